import { expect, test } from 'vitest';
import type { Times } from './measure';
import type { ParticipantName } from './participant';
import { median, summarize, table } from './results';

const times = new Map<ParticipantName, Times>([
  ['ours', { version: 'tenlab', train: [9, 3, 6], predict: [2, 2, 2] }],
  ['keras-tensorflow', { version: 'keras', train: [8, 8, 8], predict: [5, 1, 1] }],
  ['tfjs-wasm', { version: 'tfjs', train: [], predict: [4, 4, 4], cannot: 'no kernel' }],
]);

test('medians, and ours over the fastest peer', () => {
  const result = summarize(times, 32);
  expect(result).toMatchObject({
    ours: { train_ms: 6, predict_ms: 2, batch: 32, version: 'tenlab', rounds: { train: [9, 3, 6] } },
    'keras-tensorflow': { train_ms: 8, predict_ms: 1 },
    'tfjs-wasm': { predict_ms: 4, cannot: 'no kernel' },
    ratio_train: 0.75,
    ratio_predict: 2,
  });
  expect(result['tfjs-wasm']).not.toHaveProperty('train_ms');
});

test('no ratio where there is nothing to compare', () => {
  expect(summarize(new Map([['ours', { version: 'tenlab', train: [1], predict: [1] }]]), 32)).not.toHaveProperty(
    'ratio_train',
  );
});

test('the median of an even number is between the middle two', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([3])).toBe(3);
});

test('the table', () => {
  const results = { 'mnist-cnn': summarize(times, 32) };
  expect(`\n${table(results, ['ours', 'keras-tensorflow', 'keras-jax', 'tfjs-wasm'])}`).toMatchInlineSnapshot(`
    "
    net (batch)            ours  keras-tensorflow  keras-jax      tfjs-wasm        ratio
    mnist-cnn (32)  6.00 / 2.00       8.00 / 1.00          —  cannot / 4.00  0.75 / 2.00"
  `);
});
