import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { getActivation, serializeActivation } from './get-activation';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('get-activation', () => {
  test('prints what the documentation of getActivation says', () => {
    expectClose(getActivation('relu')(tf.tensor1d([-1, 2])), [0, 2], { rtol: 0, atol: 6e-5 });
    expectClose(
      getActivation({ class_name: 'leaky_relu', config: { negative_slope: 0.5 } })(tf.tensor1d([-1])),
      [-0.5],
      { rtol: 0, atol: 6e-5 },
    );
  });
});

describe('names of activations', () => {
  test.each(['relu', 'hard_sigmoid', 'hardSigmoid', 'swish', 'log_softmax'])('%s is known', (name) => {
    expect(typeof getActivation(name)).toBe('function');
  });

  test('come back from the function, with options as a config', () => {
    expect(serializeActivation(getActivation('swish'))).toBe('silu');
    const config = { class_name: 'leaky_relu', config: { negative_slope: 0.5 } };
    expect(serializeActivation(getActivation(config))).toEqual(config);
  });

  test('may be those of Keras functions without options', () => {
    const config = { class_name: 'function', config: 'relu' as never };
    expect(serializeActivation(getActivation(config))).toBe('relu');
  });

  test('say what is wrong in three parts', () => {
    expect(() => getActivation('rellu')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: the name of a known activation. Received: 'rellu'. Did you mean 'relu' or 'celu' or 'elu'?]`,
    );
    expect(() => getActivation({ class_name: 'elu', config: { beta: 1 } })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Activation 'elu': options out of \`alpha\`. Received: \`beta\`. Remove it or check its spelling.]`,
    );
    expect(() => serializeActivation((x) => x)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: serializeActivation: an activation found by name, such as 'relu'. Received: a function. Use a named activation, or put your function into a layer of your own.]`,
    );
  });
});
