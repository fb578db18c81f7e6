import { inWords, TenlabError } from '@tenlab/core';
import type * as tf from '@tensorflow/tfjs-core';
import { formatShape } from '../graph/shape';
import type { Loss } from '../losses/index';
import { classNameOf } from '../registry/class-name';

/** Losses that compare targets and predictions element by element. */
const ELEMENTWISE: ReadonlySet<string> = new Set([
  'BinaryCrossentropy',
  'BinaryFocalCrossentropy',
  'CategoricalCrossentropy',
  'CategoricalFocalCrossentropy',
  'CategoricalHinge',
  'CosineSimilarity',
  'Hinge',
  'Huber',
  'KLDivergence',
  'LogCosh',
  'MeanAbsoluteError',
  'MeanAbsolutePercentageError',
  'MeanSquaredError',
  'MeanSquaredLogarithmicError',
  'Poisson',
  'SquaredHinge',
]);

/**
 * Throws when the targets are not of the shape of the predictions, a last axis of length 1 aside: broadcasting one to the
 * other would compute a loss, but not the one that was meant.
 */
export function expectTargetsFit(loss: Loss, output: string | null, yTrue: tf.Tensor, yPred: tf.Tensor): void {
  if (!ELEMENTWISE.has(classNameOf(loss))) return;
  const trim = (shape: readonly number[]) => (shape.at(-1) === 1 ? shape.slice(0, -1) : shape);
  const [target, prediction] = [trim(yTrue.shape), trim(yPred.shape)];
  // The batch is the same by now; what counts is the sample.
  if (target.slice(1).join() === prediction.slice(1).join()) return;
  const isLabels = yTrue.rank < yPred.rank || yTrue.shape.at(-1) === 1;
  throw new TenlabError({
    code: 'invalid-shape',
    place: `Loss '${loss.name}'${output ? ` of output '${output}'` : ''}`,
    expected: `targets must have the shape of the predictions, ${formatShape([null, ...yPred.shape.slice(1)])}`,
    received: inWords(`shape ${formatShape([null, ...yTrue.shape.slice(1)])}`),
    remedy: isLabels
      ? 'For class numbers use sparse_categorical_crossentropy, or make the targets one-hot.'
      : 'Give the last layer as many units as there are targets.',
  });
}
