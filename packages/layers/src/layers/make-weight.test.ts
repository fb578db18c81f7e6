import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Dense } from '../index';
import { makeWeight } from './make-weight';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('makeWeight', () => {
  const layer = (trainable = true) => new Dense({ units: 2, name: 'scores', trainable });

  test('gives a weight the path and the type of its layer, and Keras’s defaults', () => {
    const weight = makeWeight(layer(), { name: 'kernel', shape: [2, 3], constraint: 'non_neg', regularizer: 'l2' });
    expect(weight).toMatchObject({ name: 'kernel', path: 'scores/kernel', shape: [2, 3], dtype: 'float32' });
    expect(weight.trainable).toBe(true);
    expect(weight.constraint?.constructor.name).toBe('NonNeg');
    expect(makeWeight(layer(), {})).toMatchObject({ name: 'variable', shape: [] });
    expect([...makeWeight(layer(), { shape: [2], dtype: 'int32' }).value.dataSync()]).toEqual([0, 0]);
  });

  test('is not trained where the layer is frozen or the weight is not to be', () => {
    expect(makeWeight(layer(false), {}).trainable).toBe(false);
    expect(makeWeight(layer(), { trainable: false }).trainable).toBe(false);
  });

  test('refuses a shape that is not known, naming layer and weight', () => {
    expect(() => makeWeight(layer(), { name: 'kernel', shape: [null, 3] })).toThrow(
      /Dense 'scores': the shape of weight 'kernel' must be known. Received: \[null, 3\]/,
    );
  });
});
