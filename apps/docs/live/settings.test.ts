import { expect, it } from 'vitest';
import { fromQuery, type LabTiers, readField, settingsOf, toQuery } from './settings';

const tiers: LabTiers = {
  smoke: { epochs: 1, batchSize: 32, limit: 640 },
  laptop: { epochs: 2, batchSize: 32 },
  full: { epochs: 10, batchSize: 64 },
};

it('takes no more examples in a minute than a browser can, and all of them for the whole course', () => {
  expect(settingsOf(tiers, 'laptop')).toEqual({
    epochs: 2,
    batchSize: 32,
    limit: 12_000,
    seed: 1,
    learningRate: undefined,
  });
  expect(settingsOf(tiers, 'full').limit).toBeUndefined();
  expect(settingsOf(tiers, 'smoke').limit).toBe(640);
});

it.each([
  ['epochs', '3', { value: 3 }],
  ['epochs', '0', { problem: [1, 10_000] }],
  ['epochs', '2.5', { problem: [1, 10_000] }],
  ['epochs', '', { problem: [1, 10_000] }],
  ['limit', ' ', { value: undefined }],
  ['learningRate', '1e-3', { value: 0.001 }],
  ['learningRate', 'fast', { problem: [1e-9, 100] }],
  ['seed', '0', { value: 0 }],
] as const)('reads %s from %j', (field, text, expected) => {
  expect(readField(field, text)).toEqual(expected);
});

it('keeps in the address what differs, and finds it there again', () => {
  expect(toQuery(settingsOf(tiers, 'laptop'), 'laptop', tiers)).toBe('');
  const settings = { epochs: 5, batchSize: 64, limit: undefined, seed: 7, learningRate: 0.01 };
  const query = toQuery(settings, 'full', tiers);
  expect(query).toBe('amount=full&epochs=5&seed=7&learningRate=0.01');
  expect(fromQuery(query, tiers)).toEqual({ amount: 'full', settings });
  expect(fromQuery('limit=all', tiers).settings.limit).toBeUndefined();
});

it('passes over what is mistyped in an address', () => {
  expect(fromQuery('epochs=many&amount=huge', tiers)).toEqual({
    amount: 'laptop',
    settings: settingsOf(tiers, 'laptop'),
  });
});
