import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { namedOutputs, perOutput } from './match-outputs';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('namedOutputs', () => {
  test('takes names from the model, or from the record', () => {
    const [a, b] = [tf.zeros([1]), tf.zeros([2])];
    expect(namedOutputs([a, b], ['x', 'y']).names).toEqual(['x', 'y']);
    expect(namedOutputs({ z: a, y: b }, null)).toEqual({ tensors: [b, a], names: ['y', 'z'] });
    expect(namedOutputs(a, null).names).toEqual([null]);
  });
});

describe('perOutput', () => {
  const names = ['a', 'b'];

  test('gives one entry per output', () => {
    expect(perOutput('compile', 'loss', 'mse', names)).toEqual(['mse', 'mse']);
    expect(perOutput('compile', 'loss', ['mse', null], names)).toEqual(['mse', null]);
    expect(perOutput('compile', 'loss', { b: 'mse' }, names)).toEqual([null, 'mse']);
    expect(perOutput('compile', 'lossWeights', null, names)).toEqual([null, null]);
    const config = { class_name: 'MeanSquaredError', config: {} };
    expect(perOutput('compile', 'loss', config, ['a'])).toEqual([config]);
  });

  test('refuses names and numbers that do not match', () => {
    expect(() => perOutput('compile', 'loss', { c: 'mse' }, names)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: compile: \`loss\` must name the outputs 'a', 'b'. Received: 'c'. Use the names of the layers that make the outputs.]`,
    );
    expect(() => perOutput('compile', 'loss', ['mse'], names)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: compile: \`loss\` must have one entry per output, 2. Received: 1. Use null for an output that needs none.]`,
    );
  });
});
