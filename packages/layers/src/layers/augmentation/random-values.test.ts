import { SeedGenerator, useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawBeta, drawChosen, drawIntegers, drawLogGamma, drawPermutation, drawSigns } from './random-values';

beforeAll(async () => {
  await useBackend('cpu');
});

const COUNT = 100_000;

function meanAndVariance(values: tf.Tensor): [number, number] {
  const { mean, variance } = tf.moments(values);
  return [mean.dataSync()[0] as number, variance.dataSync()[0] as number];
}

describe('drawBeta', () => {
  // Mean 1/2, variance 1 / (4 (2 alpha + 1)); bounds are 5 standard errors, that of a variance at most √(1/16 / n) = 0.0008.
  test.each([0.2, 1, 4])('has the mean and the variance of Beta($0, $0)', (alpha) => {
    const [mean, variance] = meanAndVariance(drawBeta(new SeedGenerator({ seed: 1 }), [COUNT], alpha));
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.008);
    expect(Math.abs(variance - 1 / (4 * (2 * alpha + 1)))).toBeLessThan(0.004);
  });

  test('is spread evenly where alpha is 1', () => {
    const cells = new Array<number>(20).fill(0);
    for (const value of drawBeta(new SeedGenerator({ seed: 2 }), [20_000], 1).dataSync())
      cells[Math.floor(value * 20)]! += 1;
    const chiSquared = cells.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    // 19 degrees of freedom: 99.99 % lies below 51.
    expect(chiSquared).toBeLessThan(51);
  });

  test('is 0 or 1, and a number, where alpha is nearly 0', () => {
    const values = [...drawBeta(new SeedGenerator({ seed: 3 }), [1000], 1e-6).dataSync()];
    expect(values.filter((value) => value !== 0 && value !== 1)).toEqual([]);
    expect(Math.abs(values.filter((value) => value === 1).length - 500)).toBeLessThan(79);
  });
});

test.each([0.3, 1, 5])('drawLogGamma has the mean and the variance of Gamma(%f)', (alpha) => {
  const [mean, variance] = meanAndVariance(tf.exp(drawLogGamma(new SeedGenerator({ seed: 4 }), [COUNT], alpha)));
  // Both are alpha. The variance of a gamma number's square deviation is 2 alpha² + 6 alpha.
  expect(Math.abs(mean - alpha)).toBeLessThan(5 * Math.sqrt(alpha / COUNT));
  expect(Math.abs(variance - alpha)).toBeLessThan(5 * Math.sqrt((2 * alpha * alpha + 6 * alpha) / COUNT));
});

describe('drawPermutation', () => {
  test('holds each number once', () => {
    const order = [...drawPermutation(new SeedGenerator({ seed: 5 }), 50).dataSync()];
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
  });

  test('gives each of the 6 orders of three about as often', () => {
    const generator = new SeedGenerator({ seed: 6 });
    const counts = new Map<string, number>();
    for (let i = 0; i < 1200; i++) {
      const order = drawPermutation(generator, 3).dataSync().join();
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    const chiSquared = [...counts.values()].reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
    expect(counts.size).toBe(6);
    // 5 degrees of freedom: 99.99 % lies below 26.
    expect(chiSquared).toBeLessThan(26);
  });
});

test('drawIntegers has every number of the range but its end', () => {
  const values = new Set(drawIntegers(new SeedGenerator({ seed: 7 }), [1000], [2, 5]).dataSync());
  expect([...values].sort()).toEqual([2, 3, 4]);
});

test('drawSigns has both signs about as often', () => {
  const sum = tf.sum(drawSigns(new SeedGenerator({ seed: 8 }), [1000])).dataSync()[0] as number;
  expect(Math.abs(sum)).toBeLessThan(158);
});

test('drawChosen chooses with the probability that is drawn', () => {
  const share = (probability: readonly [number, number]) =>
    tf.mean(tf.cast(drawChosen(new SeedGenerator({ seed: 9 }), 1000, probability), 'float32')).dataSync()[0] as number;
  expect([share([0, 0]), share([1, 1])]).toEqual([0, 1]);
  expect(Math.abs(share([0, 1]) - 0.5)).toBeLessThan(0.08);
});
