import { setSeed, useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  Dense,
  gradientsOf,
  losses,
  Adagrad as RealAdagrad,
  Adam as RealAdam,
  type Optimizer as RealOptimizer,
  SGD as RealSGD,
  RMSprop,
  Sequential,
} from '../index';
import { Adagrad } from './adagrad';
import { Adam } from './adam';
import { DenseLayer } from './dense-layer';
import { DenseNetwork } from './dense-network';
import { type LossAndGradients, meanSquaredError, softmaxCrossentropy } from './losses';
import { Momentum } from './momentum';
import type { Optimizer } from './optimizer';
import { RMSProp } from './rmsprop';
import { SGD } from './sgd';

beforeEach(async () => {
  await useBackend('cpu');
  setSeed(3);
});

const activations = ['tanh', 'relu', 'sigmoid', 'linear'] as const;
const x = Array.from({ length: 8 }, (_, i) => [Math.sin(i), Math.cos(2 * i), i / 8]);
const labels = x.map((_, i) => i % 3);
const targets = x.map(([a, b, c]) => [a! * b!, a! + c!, b! - c!]);

/** The same network twice, with the same weights. */
function twins(): { real: Sequential; handwritten: DenseNetwork } {
  const units = [5, 4, 4, 3];
  const real = new Sequential(
    activations.map(
      (activation, i) => new Dense({ units: units[i]!, activation, ...(i === 0 ? { inputShape: [3] } : {}) }),
    ),
  );
  const layers = real.layers.map((layer, i) => {
    const [weights, biases] = layer.getWeights() as [tf.Tensor2D, tf.Tensor1D];
    return new DenseLayer(weights.arraySync(), biases.arraySync(), activations[i]);
  });
  return { real, handwritten: new DenseNetwork(layers) };
}

/** All numbers of tensors, in order; rows follow one another as in the lists of the handwritten network. */
const numbers = (tensors: readonly tf.Tensor[]) => tensors.flatMap((tensor) => [...tensor.dataSync()]);

function expectSame(received: readonly number[], expected: readonly number[]): void {
  expect(received).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) expect(Math.abs(received[i]! - value)).toBeLessThan(1e-5);
}

const kinds: [string, losses.Loss, tf.Tensor, (outputs: number[][]) => LossAndGradients][] = [];
beforeEach(() => {
  kinds.length = 0;
  kinds.push(
    ['regression', new losses.MeanSquaredError(), tf.tensor2d(targets), (p) => meanSquaredError(targets, p)],
    [
      'classification',
      new losses.SparseCategoricalCrossentropy({ fromLogits: true }),
      tf.tensor1d(labels),
      (p) => softmaxCrossentropy(labels, p),
    ],
  );
});

describe.each([0, 1])('a network in plain arrays, kind %i', (kind) => {
  test.each<[string, () => RealOptimizer, () => Optimizer]>([
    ['SGD', () => new RealSGD({ learningRate: 0.2 }), () => new SGD({ learningRate: 0.2 })],
    ['momentum', () => new RealSGD({ learningRate: 0.1, momentum: 0.9 }), () => new Momentum({ learningRate: 0.1 })],
    ['Adagrad', () => new RealAdagrad({ learningRate: 0.1 }), () => new Adagrad({ learningRate: 0.1 })],
    ['RMSProp', () => new RMSprop({ learningRate: 0.01 }), () => new RMSProp({ learningRate: 0.01 })],
    ['Adam', () => new RealAdam({ learningRate: 0.01 }), () => new Adam({ learningRate: 0.01 })],
  ])('has the losses, gradients and weights of the real one through 20 steps of %s', (_, makeReal, make) => {
    const { real, handwritten } = twins();
    const [realOptimizer, optimizer] = [makeReal(), make()];
    const [, loss, y, lossAndGradients] = kinds[kind]!;
    const weights = real.trainableWeights;
    const curve: number[] = [];
    for (let step = 0; step < 20; step++) {
      const outputs = handwritten.forward(x);
      const ours = lossAndGradients(outputs);
      handwritten.backward(ours.gradients);
      const theirs = gradientsOf(weights, () => ({
        loss: loss.apply(y, real.apply(tf.tensor2d(x), { training: true })),
      }));
      expectSame([ours.loss], numbers([theirs.loss]));
      expectSame(handwritten.gradients.flat(), numbers(theirs.gradients as tf.Tensor[]));
      realOptimizer.apply(theirs.gradients, weights);
      optimizer.update(handwritten.parameters, handwritten.gradients);
      expectSame(handwritten.parameters.flat(), numbers(weights.map((weight) => weight.read())));
      curve.push(ours.loss);
    }
    expect(curve.at(-1)).toBeLessThan(curve[0]!);
  });
});

test('the loop of the documentation finds the line', () => {
  const network = new DenseNetwork([new DenseLayer([[0.5]], [0])]);
  const optimizer = new SGD({ learningRate: 0.1 });
  for (let step = 0; step < 200; step++) {
    const predictions = network.forward([[0], [1], [2]]);
    network.backward(meanSquaredError([[1], [3], [5]], predictions).gradients);
    optimizer.update(network.parameters, network.gradients);
  }
  expect(network.forward([[10]])[0]![0]).toBeCloseTo(21, 1);
});

test('layers that do not fit one another are refused', () => {
  const layer = (inputs: number, units: number) =>
    new DenseLayer(
      Array.from({ length: inputs }, () => Array<number>(units).fill(0)),
      Array<number>(units).fill(0),
    );
  expect(() => new DenseNetwork([layer(2, 3), layer(4, 1)])).toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: DenseNetwork: layer 1 must have as many inputs as layer 0 has units, 3. Received: 4. Give it one row of weights for each unit before it.]`,
  );
});
