import { expect, test } from 'vitest';
import { inMetricOrder } from './metric-order';

test('results come in the order of the metrics, then by name', () => {
  expect(inMetricOrder({ zeta: 4, accuracy: 2, loss: 1, extra: 3 }, ['loss', 'accuracy'])).toEqual([1, 2, 3, 4]);
  expect(inMetricOrder({ loss: 1, accuracy: 2 }, ['loss', 'accuracy', 'loss', 'absent'])).toEqual([1, 2]);
});

test('a loss alone is a number', () => {
  expect(inMetricOrder({ loss: 1 }, ['loss'])).toBe(1);
});
