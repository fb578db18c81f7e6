import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { hsvToRgb, rgbToGrayscale, rgbToHsv } from './color-space';

beforeAll(async () => {
  await useBackend('cpu');
});

test('rgbToHsv gives what colorsys of Python gives', () => {
  const colors = tf.tensor2d([1, 0, 0, 0.2, 0.4, 0.6, 0.9, 0.3, 0.8, 0.5, 0.5, 0.5, 0, 0, 0], [5, 3]);
  // Python 3.11: colorsys.rgb_to_hsv of each.
  const expected = [0, 1, 1, 0.58333333, 0.66666667, 0.6, 0.86111111, 0.66666667, 0.9, 0, 0, 0.5, 0, 0, 0];
  expectClose(tf.reshape(tf.concat(rgbToHsv(colors), -1), [-1]), expected);
});

test('hsvToRgb undoes rgbToHsv', () => {
  const colors = tf.randomUniform([200, 3], 0, 1, 'float32', 1);
  expectClose(tf.reshape(hsvToRgb(...rgbToHsv(colors)), [-1]), [...colors.dataSync()]);
});

test('rgbToHsv has a gradient that is a number, grey and black too', () => {
  const gradient = tf.grad((x) => tf.sum(tf.concat(rgbToHsv(x), -1)))(tf.tensor2d([0, 0, 0, 0.5, 0.5, 0.5], [2, 3]));
  expect([...gradient.dataSync()].every(Number.isFinite)).toBe(true);
});

test('rgbToGrayscale weighs by brightness', () => {
  expectClose(tf.reshape(rgbToGrayscale(tf.eye(3)), [-1]), [0.2989, 0.587, 0.114]);
});
