import { useBackend } from '@tenlab/core';
import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Weight } from '../weight';
import type { StepData } from './data/step-data';
import { compileStep } from './step-functions';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('compileStep', () => {
  test('gives a step its batch in its form, and results in theirs', () => {
    const step = compileStep(({ x, y, sampleWeight }: StepData) => {
      const inputs = x as { a: tf.Tensor; b: tf.Tensor };
      expect(sampleWeight).toBeNull();
      return { sum: tf.add(inputs.a, inputs.b), list: [tf.mul(y as tf.Tensor, 2)] };
    }, true);
    const data = { x: { b: tf.scalar(2), a: tf.scalar(1) }, y: tf.scalar(5), sampleWeight: null };
    for (let i = 0; i < 2; i++) {
      const { sum, list } = step(data) as { sum: tf.Tensor; list: [tf.Tensor] };
      expect([sum.dataSync()[0], list[0].dataSync()[0]]).toEqual([3, 10]);
    }
  });

  test('frees what the step makes, and does not hand out variables', async () => {
    const weight = new Weight({ name: 'w', shape: [] });
    const step = compileStep(() => {
      weight.assignAdd(tf.exp(tf.scalar(0)));
      return { weight: weight.read() };
    }, false);
    const data = { x: tf.scalar(0), y: null, sampleWeight: null };
    await expectNoLeak(() => step(data));
    expect(weight.read().dataSync()[0]).toBe(1);
  });
});
