import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { clipGradients } from './clip-gradients';

beforeAll(async () => {
  await useBackend('cpu');
});

const none = { clipnorm: null, clipvalue: null, globalClipnorm: null };
const gradients = () => [tf.tensor1d([3, 4]), tf.tensor1d([0, 12])];

describe('clipGradients', () => {
  test('leaves gradients alone where no bound is set', () => {
    const given = gradients();
    expect(clipGradients(given, none)).toBe(given);
  });

  test('bounds the norm of each', () => {
    const [a, b] = clipGradients(gradients(), { ...none, clipnorm: 5 });
    expectClose(a!, [3, 4]);
    expectClose(b!, [0, 5]);
  });

  test('bounds the norm of all together', () => {
    const [a, b] = clipGradients(gradients(), { ...none, globalClipnorm: 6.5 });
    expectClose(a!, [1.5, 2]);
    expectClose(b!, [0, 6]);
  });

  test('bounds each element', () => {
    expectClose(clipGradients(gradients(), { ...none, clipvalue: 3.5 })[0]!, [3, 3.5]);
  });

  test('shows an exploded gradient as NaN under a global bound', () => {
    const [a] = clipGradients([tf.tensor1d([Infinity, 1])], { ...none, globalClipnorm: 1 });
    expect(a!.dataSync()[1]).toBeNaN();
  });

  test('keeps a zero gradient at zero', () => {
    expectClose(clipGradients([tf.zeros([2])], { ...none, clipnorm: 1 })[0]!, [0, 0]);
    expectClose(clipGradients([tf.zeros([2])], { ...none, globalClipnorm: 1 })[0]!, [0, 0]);
  });
});
