import { expect, test } from 'vitest';
import { History } from './history';

test('a history keeps each metric of each epoch', () => {
  const history = new History();
  history.onEpochEnd(2, { loss: 0.5 });
  history.onEpochEnd(3, { loss: 0.25, val_loss: 1 });
  expect(history.history).toEqual({ loss: [0.5, 0.25], val_loss: [1] });
  expect(history.epoch).toEqual([2, 3]);
});
