import { setSeed, useBackend } from '@tenlab/core';
import { SGD, SparseCategoricalCrossentropy } from '@tenlab/layers';
import { SGD as HandwrittenSGD } from '@tenlab/layers/handwritten';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { arrayNetwork, copyInto } from '../../labs/shared/array-network';
import { twinNetwork } from './networks';
import { measureArrays, trainArrays } from './train-arrays';

/** Forty rows; the label is where the ink is. */
const rows = {
  length: 40,
  row: (index: number) => Array.from({ length: 784 }, (_, at) => (at % 10 === index % 10 ? 0.5 + index / 100 : 0)),
  label: (index: number) => index % 10,
};

it('learns, tells how far it is, and ends where fit ends', async () => {
  await useBackend('cpu');
  setSeed(1);
  const [hand, twin] = [arrayNetwork([784, 20, 10]), twinNetwork(20)];
  copyInto(twin, hand);
  twin.compile({
    optimizer: new SGD({ learningRate: 0.1 }),
    loss: new SparseCategoricalCrossentropy({ fromLogits: true }),
  });
  const x = tf.tensor2d(Array.from({ length: 40 }, (_, index) => rows.row(index)));
  const y = tf.tensor1d(Array.from({ length: 40 }, (_, index) => rows.label(index)));
  await twin.fit(x, y, { epochs: 5, batchSize: 40, verbose: 0 });
  const history = await trainArrays(hand, rows, {
    optimizer: new HandwrittenSGD({ learningRate: 0.1 }),
    epochs: 5,
    batchSize: 40,
    seed: 3,
    callbacks: [],
    model: twin,
    validation: rows,
  });
  expect(history.loss).toHaveLength(5);
  expect(history.loss!.at(-1)!).toBeLessThan(history.loss![0]!);
  const [weights] = twin.weights.map(({ value }) => value.dataSync());
  hand.layers[0]!.weights.flat().forEach((weight, index) => {
    expect(weight).toBeCloseTo(weights![index]!, 5);
  });
  expect(history.val_accuracy!.at(-1)).toBe(measureArrays(hand, rows).accuracy);
});
