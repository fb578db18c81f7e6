import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { mapTensors, tensorsOf } from './structure';

test('goes through arrays and records in order and keeps their form', () => {
  const [a, b, c] = [tf.scalar(1), tf.scalar(2), tf.scalar(3)];
  expect(tensorsOf({ a, list: [b, undefined, { c }] })).toEqual([a, b, c]);
  expect(mapTensors({ a, list: [b, null] }, () => c)).toEqual({ a: c, list: [c, null] });
});

test.each([[5], ['text'], [new Map()], [[tf.scalar(1), 3]]])('refuses %j', (value) => {
  expect(() => tensorsOf(value)).toThrow(TypeError);
});
