import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { startWasm } from '../register';

beforeAll(() => startWasm({ threads: 1 }));

test('makes complex numbers and takes them apart', () => {
  const z = tf.complex([1, 2, 3], [4, 5, 6]);
  expect([...z.dataSync()]).toEqual([1, 4, 2, 5, 3, 6]);
  expect([...tf.real(z).dataSync()]).toEqual([1, 2, 3]);
  expect([...tf.imag(z).dataSync()]).toEqual([4, 5, 6]);
  expectClose(tf.abs(tf.complex([3], [4])).dataSync(), [5]);
  expect([...tf.mul(z, z).dataSync()]).toEqual([-15, 8, -21, 20, -27, 36]);
});

test('transforms by Fourier and back', () => {
  // numpy.fft.fft([1, 2, 3])
  const z = tf.spectral.fft(tf.complex([1, 2, 3], [0, 0, 0]));
  expectClose(z.dataSync(), [6, 0, -1.5, 0.8660254, -1.5, -0.8660254], { atol: 1e-5 });
  expectClose(tf.real(tf.spectral.ifft(z)).dataSync(), [1, 2, 3], { atol: 1e-5 });
});

test('compares, slices, repeats and replaces texts', () => {
  const texts = tf.tensor1d(['a', 'bb', 'a']);
  expect([...tf.equal(texts, tf.tensor1d(['a', 'a', 'a'])).dataSync()]).toEqual([1, 0, 1]);
  expect(tf.slice(texts, 1).arraySync()).toEqual(['bb', 'a']);
  expect(tf.tile(texts, [2]).size).toBe(6);
  expect(tf.fill([2], 'x').arraySync()).toEqual(['x', 'x']);
  expect(tf.string.staticRegexReplace(texts, 'a', 'c').arraySync()).toEqual(['c', 'bb', 'c']);
});

test('counts all elements, whatever the rank', () => {
  expect([
    ...tf.bincount(tf.tensor([0, 1, 1, 3], [2, 2], 'int32') as tf.Tensor as tf.Tensor1D, tf.tensor1d([]), 4).dataSync(),
  ]).toEqual([1, 2, 0, 1]);
});

test('takes lists of ragged splits', async () => {
  const [splits, values] = await Promise.all([tf.tensor1d([0, 2, 3], 'int32'), tf.tensor1d([10, 20, 30], 'int32')]);
  const { outputNestedSplits, outputDenseValues } = tf.raggedGather([splits], values, tf.tensor1d([1, 0], 'int32'), 1);
  expect(outputNestedSplits.map((split) => [...split.dataSync()])).toEqual([[0, 1, 3]]);
  expect([...outputDenseValues.dataSync()]).toEqual([30, 10, 20]);
});

test('leaves nothing behind, here or there', async () => {
  const held = tf.engine().backend.numDataIds();
  await expectNoLeak(() => tf.tidy(() => tf.abs(tf.spectral.rfft(tf.tensor1d([1, 2, 3, 4])))));
  expect(tf.engine().backend.numDataIds()).toBe(held);
});

test('the current backend stays wasm', () => {
  expect(tf.getBackend()).toBe('wasm');
});
