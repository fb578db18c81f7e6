import { setSeed, useBackend } from '@tenlab/core';
import { SGD } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { loadIris } from './iris-data';
import { irisNetwork } from './networks';
import { crossEntropy, descend, measure, squaredError, trainByHand } from './train-by-hand';

beforeAll(async () => {
  await useBackend('cpu');
});

it('computes the losses by their formulas', () => {
  const labels = tf.tensor1d([0, 1], 'int32');
  const logits = tf.tensor2d([Math.log(3), 0, 0, Math.log(3)], [2, 2]);
  expect(crossEntropy(logits, labels).dataSync()[0]).toBeCloseTo(-Math.log(0.75), 6);
  expect(squaredError(tf.tensor2d([0.75, 0.25, 0.25, 0.75], [2, 2]), labels).dataSync()[0]).toBeCloseTo(0.0625, 6);
});

it("takes the step that the package's SGD takes with fit", async () => {
  const { train } = await loadIris({ offline: true });
  const x = tf.tensor2d(train.x.data, train.x.shape);
  const labels = tf.tensor1d(Int32Array.from(train.y), 'int32');
  setSeed(1);
  const [hand, fitted] = [irisNetwork(), irisNetwork()];
  fitted.setWeights(hand.getWeights());
  fitted.compile({
    optimizer: new SGD({ learningRate: 0.01 }),
    loss: (yTrue: tf.Tensor, yPred: tf.Tensor) => crossEntropy(yPred, tf.cast(tf.reshape(yTrue, [-1]), 'int32')),
  });
  descend(hand, crossEntropy, x, labels, 0.01);
  await fitted.fit(x, labels, { epochs: 1, batchSize: 120, verbose: 0 });
  hand.getWeights().forEach((weight, index) => {
    const other = fitted.getWeights()[index]!.dataSync();
    for (const [at, value] of weight.dataSync().entries()) expect(value).toBeCloseTo(other[at]!, 5);
  });
});

it('learns, and leaves no tensor behind', async () => {
  const { train } = await loadIris({ offline: true });
  setSeed(1);
  const model = irisNetwork();
  const before = tf.memory().numTensors;
  const start = await measure(model, crossEntropy, train);
  const options = { loss: crossEntropy, rate: 0.05, epochs: 12, batchSize: 32, seed: 1, callbacks: [] };
  const { loss = [] } = await trainByHand(model, train, options);
  expect(loss).toHaveLength(12);
  expect(loss.at(-1)!).toBeLessThan(start.loss);
  expect(tf.memory().numTensors).toBe(before);
});
