import { setSeed, useBackend } from '@tenlab/core';
import { Input } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { noisyData } from './noisy-data';
import { Line, Wave } from './own-layers';
import { fitLine, fitWave, measure } from './train-by-hand';

beforeAll(async () => {
  await useBackend('wasm');
  setSeed(1);
});

/** The line with the least squared error, by the formulas of statistics. */
function leastSquares(x: Float32Array, y: Float32Array) {
  const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const slope = mean(x.map((value, at) => (value - mx) * (y[at]! - my))) / mean(x.map((value) => (value - mx) ** 2));
  return { slope, intercept: my - slope * mx };
}

it('comes to the line of least squares', async () => {
  const { line } = noisyData();
  const model = new Line();
  model.apply(Input({ shape: [] }));
  const { w = [], b = [], loss = [] } = await fitLine(model, line.train, { epochs: 100, callbacks: [] });
  const { slope, intercept } = leastSquares(line.train.x, line.train.y);
  expect(w.at(-1)).toBeCloseTo(slope, 3);
  expect(b.at(-1)).toBeCloseTo(intercept, 3);
  const early = loss.slice(0, 12);
  expect(early).toEqual([...early].sort((one, other) => other - one));
});

it('teaches a wave to a model of its own, and leaves no tensor behind', async () => {
  const { wave } = noisyData();
  const model = new Wave();
  model.apply(Input({ shape: [1] }));
  const start = await measure(model, wave.test, [200, 1]);
  const before = tf.memory().numTensors;
  await fitWave(model, wave.train, { epochs: 40, batchSize: 50, seed: 1, callbacks: [] });
  const { loss, predicted } = await measure(model, wave.test, [200, 1]);
  expect(loss).toBeLessThan(start.loss / 5);
  expect(predicted).toHaveLength(200);
  expect(tf.memory().numTensors).toBe(before);
});
