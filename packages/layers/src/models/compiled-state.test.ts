import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { SGD } from '../index';
import { disposeCompiledState, makeCompiledState, notCompiled } from './compiled-state';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('what compile makes', () => {
  test('has Keras’s defaults', () => {
    const state = makeCompiledState('compile', {}, null);
    expect(state).toMatchObject({ compileLoss: null, compileMetrics: null, stepsPerExecution: 1 });
    expect(state.optimizer.constructor.name).toBe('RMSprop');
    expect(makeCompiledState('compile', { loss: 'mse', weightedMetrics: ['mae'] }, null)).toMatchObject({
      compileLoss: { built: false },
      compileMetrics: { built: false },
    });
  });

  test('is freed, but for an optimizer that is kept', () => {
    const { numTensors } = tf.memory();
    const optimizer = new SGD();
    const own = tf.memory().numTensors;
    const state = makeCompiledState('compile', { optimizer, loss: 'mse' }, null);
    disposeCompiledState(state, optimizer);
    expect(tf.memory().numTensors).toBe(own);
    disposeCompiledState(makeCompiledState('compile', { optimizer }, null), null);
    expect(tf.memory().numTensors).toBe(numTensors);
  });

  test('leaves nothing where an option is wrong', () => {
    const { numTensors } = tf.memory();
    expect(() => makeCompiledState('compile', { optimizer: 'odd' }, null)).toThrow(/compile, `optimizer`/);
    expect(() => makeCompiledState('compile', { los: 'mse' } as never, null)).toThrow(/Did you mean `loss`/);
    expect(tf.memory().numTensors).toBe(numTensors);
    expect(notCompiled("Sequential 'net'").message).toMatch(/'net': the model must be compiled/);
  });
});
