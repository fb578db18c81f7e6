import { expect, it } from 'vitest';
import { digitsRun } from '../../testing/digits-run';
import { checks } from './checks';

const verdicts = (...run: Parameters<typeof digitsRun>) =>
  Object.fromEntries(checks.map((check) => [check.id, check.passed(digitsRun(...run))]));

it('is content with a good run', () => {
  expect(verdicts()).toEqual({ parameters: true, 'better-than-chance': true, 'test-accuracy': true });
});

it.each([
  [1, 0.969, 0.971],
  [2, 0.984, 0.986],
  [10, 0.989, 0.991],
])('asks for more of %d epochs: not %d, but %d', (epochs, low, high) => {
  expect(verdicts({ epochs, accuracy: low })['test-accuracy']).toBe(false);
  expect(verdicts({ epochs, accuracy: high })['test-accuracy']).toBe(true);
});

it('does not judge accuracy on a part of the images, nor chance after a few steps', () => {
  expect(verdicts({ train: 640, epochs: 1, accuracy: 0.2 })).toMatchObject({
    'better-than-chance': undefined,
    'test-accuracy': undefined,
  });
  expect(verdicts({ train: 6400, epochs: 1, accuracy: 0.2 })).toMatchObject({ 'better-than-chance': false });
});

it('notices another network', () => {
  expect(verdicts({ parameters: 121_929 }).parameters).toBe(false);
  expect(checks[0]!.found(digitsRun({ parameters: 7 })).en).toBe('7');
});
