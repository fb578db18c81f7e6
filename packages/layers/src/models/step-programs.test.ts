import { useBackend } from '@tenlab/core';
import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Dense, Sequential } from '../index';
import { StepPrograms } from './step-programs';

beforeAll(async () => {
  await useBackend('wasm');
});

const stack = (activityRegularizer: string | null = null) =>
  new Sequential([new Dense({ units: 1, inputShape: [2], kernelInitializer: 'ones', activityRegularizer })]);

describe('the steps of a model', () => {
  test('are made once for each kind, until they are forgotten', () => {
    const programs = new StepPrograms(stack());
    const [predict, pass] = [programs.step('predict'), programs.passSteps('predict')];
    expect([programs.step('predict'), programs.passSteps('predict')]).toEqual([predict, pass]);
    expect(programs.step('predict')).toBe(predict);
    expect(programs.step('test')).not.toBe(predict);
    programs.forget();
    expect(programs.step('predict')).not.toBe(predict);
  });

  test('compute what the model does, leave no losses of layers, and nothing when forgotten', async () => {
    await expectNoLeak(() => {
      const model = stack('l2');
      const programs = new StepPrograms(model);
      const x = tf.tensor2d([[1, 2]]);
      for (let run = 0; run < 4; run++) {
        const output = programs.step('predict')({ x, y: null, sampleWeight: null }) as tf.Tensor;
        expect(output.arraySync()).toEqual([[3]]);
        output.dispose();
      }
      programs.forget();
      tf.dispose(x);
      model.dispose();
      return [];
    });
  });
});
