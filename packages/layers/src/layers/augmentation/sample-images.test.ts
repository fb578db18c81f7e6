import { useBackend } from '@tenlab/core';
import { checkGradient } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { pixelPlaces, sampleImages } from './sample-images';

beforeAll(async () => {
  await useBackend('cpu');
});

const image = () => tf.tensor4d([0, 10, 20, 30], [1, 2, 2, 1]);

describe('sampleImages', () => {
  test('mixes the four pixels around a place', () => {
    const read = sampleImages(image(), tf.tensor2d([[0.25]]), tf.tensor2d([[0.5]]), { interpolation: 'bilinear' });
    expect([...read.dataSync()]).toEqual([12.5]);
  });

  test('takes the nearest pixel', () => {
    const read = sampleImages(image(), tf.tensor2d([[0.4, 0.6]]), tf.tensor2d([[0, 1]]), { interpolation: 'nearest' });
    expect([...read.dataSync()]).toEqual([0, 30]);
  });

  test('reads a value, or another pixel, beyond the edge', () => {
    const [x, y] = [tf.tensor2d([[-1]]), tf.tensor2d([[0]])];
    const filled = sampleImages(image(), x, y, { interpolation: 'nearest', fillValue: 7 });
    const mirrored = sampleImages(image(), x, y, { interpolation: 'nearest', pixelFor: (index) => tf.abs(index) });
    expect([...filled.dataSync(), ...mirrored.dataSync()]).toEqual([7, 10]);
  });

  test('has a gradient for the images', () => {
    const [x, y] = [tf.tensor2d([[0.25, 0.7]]), tf.tensor2d([[0.5, 0.2]])];
    checkGradient((images) => sampleImages(images as tf.Tensor, x, y, { interpolation: 'bilinear' }), [image()]);
  });
});

test('pixelPlaces goes along the rows', () => {
  const [columns, rows] = pixelPlaces(2, 3);
  expect([...columns.dataSync()]).toEqual([0, 1, 2, 0, 1, 2]);
  expect([...rows.dataSync()]).toEqual([0, 0, 0, 1, 1, 1]);
});
