import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { expectClose } from './expect-close';
import { onEveryBackend } from './on-every-backend';

const seen: string[] = [];

onEveryBackend('a product', (backend) => {
  test('runs on the backend it names', () => {
    expect(tf.getBackend()).toBe(backend);
    expectClose(tf.matMul([[1, 2]], [[3], [4]]), [[11]]);
    seen.push(backend);
  });
});

test('the group ran on both', () => {
  expect(seen).toEqual(['cpu', 'wasm']);
});
