import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { flatten, type Tree } from '../graph/tree';
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
  step: number,
  batch: StepData | null,
): void {
  if (!('loss' in logs) || !Number.isNaN(logs.loss)) return;
  const culprit = batch && nanInBatch(batch);
  throw new TenlabError({
    code: culprit ? 'nan-in-data' : 'nan-loss',
    place,
    expected: culprit ? `\`${culprit}\` must hold numbers only` : 'the loss must stay a number',
    received: inWords(`NaN in epoch ${epoch + 1}, step ${step + 1}`),
    remedy: culprit
      ? 'Drop or fill in missing values before training.'
      : 'Lower the learning rate, scale the inputs to about 1, or clip gradients with `clipnorm`; the weights are lost.',
  });
}

/** Whether reading a value costs nothing on the backend in use. */
export function readsAreCheap(): boolean {
  return ['cpu', 'wasm', 'tensorflow'].includes(tf.getBackend());
}

function nanInBatch({ x, y }: StepData): 'x' | 'y' | null {
  const holdsNaN = (tree: Tree<tf.Tensor>) =>
    flatten(tree).some(
      (tensor) => tensor.dtype === 'float32' && !tensor.isDisposed && tensor.dataSync().some(Number.isNaN),
    );
  if (holdsNaN(x)) return 'x';
  return y && holdsNaN(y) ? 'y' : null;
}
