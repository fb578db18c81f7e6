import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { flatten, type Tree } from '../graph/tree';
import { disposeBatch } from './data/batches';
import type { ResidentData } from './data/resident-data';
import type { StepData } from './data/step-data';
import type { Logs } from './logs';

/**
 * Throws when the loss is no number any more, saying where: nothing that training does afterwards would be worth anything.
 *
 * Where a value is read from the backend without waiting for it the loss is looked at after each step, else after each epoch.
 */
export function expectLossIsNumber(
  place: string,
  logs: Logs,
  epoch: number,
  step: number | { first: number; last: number },
  batch: StepData | null,
): void {
  if (!('loss' in logs) || !Number.isNaN(logs.loss)) return;
  const culprit = batch && nanInBatch(batch);
  throw new TenlabError({
    code: culprit ? 'nan-in-data' : 'nan-loss',
    place,
    expected: culprit ? `\`${culprit}\` must hold numbers only` : 'the loss must stay a number',
    received: inWords(`NaN in epoch ${epoch + 1}, ${stepsInWords(step)}`),
    remedy: culprit
      ? 'Drop or fill in missing values before training.'
      : 'Lower the learning rate, scale the inputs to about 1, or clip gradients with `clipnorm`; the weights are lost.',
  });
}

/** The same after some steps over data on the backend; looks into their samples when the loss is no number. */
export function expectLossOfPass(
  place: string,
  logs: Logs,
  epoch: number,
  steps: { first: number; last: number },
  data: ResidentData,
): void {
  if (!('loss' in logs) || !Number.isNaN(logs.loss)) return;
  const { batchSize, samples } = data.batches;
  const batch = data.take(steps.first * batchSize, Math.min(samples, (steps.last + 1) * batchSize));
  try {
    expectLossIsNumber(place, logs, epoch, steps, batch);
  } finally {
    disposeBatch(batch);
  }
}

function stepsInWords(step: number | { first: number; last: number }): string {
  if (typeof step === 'number') return `step ${step + 1}`;
  return step.first === step.last ? `step ${step.last + 1}` : `one of the steps ${step.first + 1} to ${step.last + 1}`;
}

/** Whether reading a value costs nothing on the backend in use. */
export function readsAreCheap(): boolean {
  return ['cpu', 'wasm', 'tensorflow'].includes(tf.getBackend());
}

function nanInBatch({ x, y, sampleWeight }: StepData): 'x' | 'y' | 'sampleWeight' | null {
  const holdsNaN = (tree: Tree<tf.Tensor>) =>
    flatten(tree).some(
      (tensor) => tensor.dtype === 'float32' && !tensor.isDisposed && tensor.dataSync().some(Number.isNaN),
    );
  if (holdsNaN(x)) return 'x';
  if (y && holdsNaN(y)) return 'y';
  return sampleWeight && holdsNaN(sampleWeight) ? 'sampleWeight' : null;
}
