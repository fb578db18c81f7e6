import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectLossIsNumber, readsAreCheap } from './watch-loss';

beforeAll(async () => {
  await useBackend('cpu');
});

const batch = (x: number, y: number) => ({ x: tf.tensor1d([x]), y: tf.tensor1d([y]), sampleWeight: null });
const check =
  (loss: number, x = 0, y = 0) =>
  () =>
    expectLossIsNumber('fit', { loss }, 1, 4, batch(x, y));

describe('expectLossIsNumber', () => {
  test('says in which step the loss was lost, and what may help', () => {
    expect(check(0.5)).not.toThrow();
    expect(check(Number.POSITIVE_INFINITY)).not.toThrow();
    expect(check(Number.NaN)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: fit: the loss must stay a number. Received: NaN in epoch 2, step 5. Lower the learning rate, scale the inputs to about 1, or clip gradients with \`clipnorm\`; the weights are lost.]`,
    );
    expect(() => expectLossIsNumber('fit', { accuracy: Number.NaN }, 0, 0, null)).not.toThrow();
  });

  test('blames the data where it holds NaN', () => {
    expect(check(Number.NaN, Number.NaN)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: fit: \`x\` must hold numbers only. Received: NaN in epoch 2, step 5. Drop or fill in missing values before training.]`,
    );
    expect(check(Number.NaN, 0, Number.NaN)).toThrow(/`y` must hold numbers only/);
  });

  test('looks at each step where reading costs nothing', () => {
    expect(readsAreCheap()).toBe(true);
  });
});
