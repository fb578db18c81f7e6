import { useBackend } from '@tenlab/core';
import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { KerasTensor } from './keras-tensor';
import { Any, anyOfLastAxis, NotEqual, notEqual } from './mask-operations';
import { clearSession } from './naming';

beforeAll(async () => {
  await useBackend('cpu');
});

beforeEach(() => {
  clearSession();
});

describe('masks', () => {
  test('of tensors are computed', async () => {
    const x = tf.tensor2d([
      [0, 0],
      [0, 3],
    ]);
    expect(notEqual(x, 0).arraySync()).toEqual([
      [0, 0],
      [0, 1],
    ]);
    expect(anyOfLastAxis(notEqual(x, 0)).arraySync()).toEqual([0, 1]);
    expect(anyOfLastAxis(notEqual(x, 0), true).shape).toEqual([2, 1]);
    await expectNoLeak(() => notEqual(x, 0));
  });

  test('of symbolic tensors are operations of the graph', () => {
    const ids = new KerasTensor([null, 7], 'int32');
    const mask = notEqual(ids, 0);
    expect([mask.shape, mask.dtype]).toEqual([[null, 7], 'bool']);
    expect(mask.history?.operation).toBeInstanceOf(NotEqual);
    expect(mask.history?.operation.inboundNodes[0]?.call.options).toEqual({ x2: 0 });
    expect(anyOfLastAxis(mask).shape).toEqual([null]);
    expect(anyOfLastAxis(mask, true).shape).toEqual([null, 1]);
  });

  test('are written as Keras writes them', () => {
    expect(new NotEqual().getConfig()).toEqual({ name: 'not_equal' });
    expect(new Any({ axis: -1, keepdims: true }).getConfig()).toEqual({ name: 'any', axis: -1, keepdims: true });
    expect(Any.fromConfig({ name: 'mine', axis: 1 }).name).toBe('mine');
  });
});
