import { expect, test } from 'vitest';
import { Callback } from './callback';

test('a callback knows its model without showing it among its properties', () => {
  class Mine extends Callback {
    readonly mine = 1;
  }
  const callback = new Mine();
  const model = {} as Callback['model'];
  callback.setModel(model);
  callback.setParams({ epochs: 2, steps: null, verbose: 0 });
  expect(callback.model).toBe(model);
  expect(Object.keys(callback).sort()).toEqual([
    'callLast',
    'everyBatch',
    'judgesLoss',
    'mine',
    'params',
    'showsProgress',
  ]);
});
