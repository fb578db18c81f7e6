import { compile, randomPermutation, scope } from '@tenlab/core';
import { Adam, type Callback, CosineDecay, gradientsOf, type Model } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { handLoop } from '../shared/hand-loop';
import type { Points } from './noisy-data';
import type { Line } from './own-layers';

/** The mean of the squared differences. */
export function squaredError(predicted: tf.Tensor, y: tf.Tensor): tf.Scalar {
  return tf.mean(tf.square(tf.sub(predicted, y)));
}

const rate = 0.1;

/**
 * Fits the line: for each epoch the loss on all points, its two gradients, and a step down, `w ← w - 0.1 · ∂loss/∂w`. Returns loss, w
 * and b over the epochs.
 */
export async function fitLine(
  line: Line,
  { x, y }: Points,
  { epochs, callbacks }: { epochs: number; callbacks: readonly Callback[] },
): Promise<Record<string, number[]>> {
  const [inputs, targets] = [tf.tensor1d(x), tf.tensor1d(y)];
  const weights = [line.w, line.b];
  let loss = Number.NaN;
  try {
    return await handLoop({
      callbacks,
      model: line,
      epochs,
      steps: 1,
      step: () => {
        const found = scope(() => {
          const { loss: value, gradients } = gradientsOf(weights, () => ({
            loss: squaredError(line.apply(inputs) as tf.Tensor, targets),
          }));
          weights.forEach((weight, index) => {
            weight.assign(tf.sub(weight.read(), tf.mul(gradients[index]!, rate)));
          });
          return value;
        });
        loss = found.dataSync()[0]!;
        found.dispose();
      },
      endEpoch: async () => ({ loss, w: await numberOf(line.w.value), b: await numberOf(line.b.value) }),
    });
  } finally {
    tf.dispose([inputs, targets]);
  }
}

async function numberOf(tensor: tf.Tensor): Promise<number> {
  return (await tensor.data())[0]!;
}

export interface WaveTraining {
  epochs: number;
  batchSize: number;
  /** Orders the points anew for each epoch. */
  seed: number;
  callbacks: readonly Callback[];
}

/**
 * Trains a model by a loop of its own with Adam. The step is a function of tensors that reads none of their values, so `compile` can
 * make one program of it: the same loop, the same bits, faster.
 */
export async function fitWave(
  model: Model,
  { x, y }: Points,
  { epochs, batchSize, seed, callbacks }: WaveTraining,
): Promise<Record<string, number[]>> {
  const steps = Math.floor(x.length / batchSize);
  // Large steps first, and ever smaller ones: the last batches no longer shake what was learned.
  const learningRate = new CosineDecay({ initialLearningRate: 0.03, decaySteps: epochs * steps });
  const optimizer = new Adam({ learningRate });
  const weights = model.trainableWeights;
  const step = compile((inputs: tf.Tensor, targets: tf.Tensor) =>
    scope(() => {
      const { loss, gradients } = gradientsOf(weights, () => ({
        loss: squaredError(model.apply(inputs, { training: true }) as tf.Tensor, targets),
      }));
      optimizer.apply(gradients, weights);
      return loss;
    }),
  );
  let order = randomPermutation(x.length, seed);
  let losses: number[] = [];
  try {
    return await handLoop({
      callbacks,
      model,
      epochs,
      steps,
      step: (at, epoch) => {
        if (at === 0) {
          order = randomPermutation(x.length, seed + epoch);
          losses = [];
        }
        // Whole batches only: a program is made for one shape.
        const chosen = Array.from(order.slice(at * batchSize, (at + 1) * batchSize));
        const column = (of: Float32Array) =>
          tf.tensor2d(
            Float32Array.from(chosen, (row) => of[row]!),
            [batchSize, 1],
          );
        const [inputs, targets] = [column(x), column(y)];
        const loss = step(inputs, targets);
        losses.push(loss.dataSync()[0]!);
        tf.dispose([inputs, targets, loss]);
      },
      endEpoch: async () => ({ loss: losses.reduce((sum, loss) => sum + loss, 0) / steps }),
    });
  } finally {
    step.dispose();
    optimizer.dispose();
  }
}

/** The mean squared error on points, and what the model says of each. */
export async function measure(
  model: Model,
  { x, y }: Points,
  shape: [rows: number] | [rows: number, columns: 1],
): Promise<{ loss: number; predicted: Float32Array }> {
  const [loss, output] = scope(() => {
    const predicted = model.apply(tf.tensor(x, shape)) as tf.Tensor;
    return [squaredError(predicted, tf.tensor(y, shape)), predicted];
  });
  const [[value], predicted] = (await Promise.all([loss!.data(), output!.data()])) as [Float32Array, Float32Array];
  tf.dispose([loss!, output!]);
  return { loss: value!, predicted: predicted.slice() };
}
