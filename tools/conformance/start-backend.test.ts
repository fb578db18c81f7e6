import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { startBackend } from './start-backend';

test('starts a backend with its gradients', async () => {
  await startBackend('cpu');
  expect(tf.getBackend()).toBe('cpu');
  expect(tf.getGradient('Mean')).toBeDefined();
});

test('refuses a name it does not know', async () => {
  await expect(startBackend('webgl')).rejects.toThrow('must be one of wasm, cpu, tensorflow. Received: webgl');
});
