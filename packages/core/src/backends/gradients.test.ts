import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { registerGradients } from './gradients';

it('registers what tfjs-core alone lacks', async () => {
  expect(tf.getGradient('Sum') ?? null).toBeNull();
  await registerGradients();
  for (const kernel of ['Sum', 'Conv2D', 'MaxPool', 'GatherV2', 'Relu']) expect(tf.getGradient(kernel)).toBeDefined();
});
