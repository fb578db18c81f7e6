import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import * as api from './index';

test('exports what it says and no more', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "BackendError",
      "startWasm",
      "stopWasm",
    ]
  `);
});

test('is the backend of a program that asks for none', async () => {
  await tf.ready();
  expect(tf.getBackend()).toBe('wasm');
});
