import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { withStatesKept } from '../graph/call-context';
import { flatten, isRecord, type Tree } from '../graph/tree';
import { SparseCategoricalCrossentropy } from '../losses/index';
import type { Trainer } from '../models/trainer';
import { classNameOf } from '../registry/class-name';
import { ArraySource } from './data/array-source';
import { expectLabels, expectProbabilities } from './data/check-data';
import type { ArrayDataset } from './data/read-data';
import type { StepData } from './data/step-data';

/** Losses whose targets are probabilities: 0 and 1, or between. */
const PROBABILITIES: ReadonlySet<string> = new Set([
  'BinaryCrossentropy',
  'BinaryFocalCrossentropy',
  'CategoricalCrossentropy',
  'CategoricalFocalCrossentropy',
]);

/**
 * Makes all state that a step needs, from one batch: the weights of a model that had no data yet, losses and metrics, and the
 * optimizer's. A recorded step can then change it but not add to it. Keras: `_symbolic_build`.
 */
export function prepare(model: Trainer, batch: StepData): void {
  const { compileLoss, compileMetrics, optimizer } = model.compiledState;
  const unbuilt = model.flattenLayers().some(({ built }) => !built);
  const needsPredictions = batch.y !== null && (compileLoss?.built === false || compileMetrics?.built === false);
  if ((unbuilt || needsPredictions) && model.hasCall) {
    tf.tidy(() => {
      // The batch comes once more, as the first one: it must find a stateful layer as it was.
      const predictions = withStatesKept(() => model.apply<Tree<tf.Tensor>>(batch.x, { training: false }));
      if (!needsPredictions || batch.y === null) return;
      expectBatchesFit(model, batch.y, predictions);
      compileLoss?.build(batch.y, predictions);
      compileMetrics?.build(batch.y, predictions);
      model.noteOutputs(flatten(predictions).map(({ shape }) => shape));
    });
    model.clearLosses();
  }
  if (model.trainableWeights.length > 0) optimizer.build(model.trainableWeights);
}

function expectBatchesFit(model: Trainer, y: Tree<tf.Tensor>, predictions: Tree<tf.Tensor>): void {
  const samples = flatten(y)[0]?.shape[0];
  const predicted = flatten(predictions)[0]?.shape[0];
  if (samples === predicted) return;
  throw new TenlabError({
    code: 'invalid-shape',
    place: model.place,
    expected: `there must be a prediction for each of the ${samples} samples`,
    received: inWords(`${predicted}`),
    remedy: 'Keep the batch as the first axis in every layer.',
  });
}

/** Throws when the loss needs targets and there are none. */
export function expectTargets(place: string, model: Trainer, y: unknown): void {
  if (y !== null || !model.needsTargets) return;
  throw new TenlabError({
    code: 'no-targets',
    place,
    expected: 'there must be targets `y` for the loss',
    received: inWords('none'),
    remedy: 'Pass `y`, or batches of [x, y].',
  });
}

/** Throws when a class label does not fit the outputs it is for. Called with all labels, before training on any. */
export function expectLabelsFit(place: string, model: Trainer, y: ArrayDataset['y'] | StepData['y']): void {
  const { compileLoss } = model.compiledState;
  if (!compileLoss || y === null) return;
  for (const { index, loss } of compileLoss.losses) {
    const target = pick(y as Tree<ArraySource | tf.Tensor>, index, model);
    const isProbability = PROBABILITIES.has(classNameOf(loss));
    if (!target || !(isProbability || loss instanceof SparseCategoricalCrossentropy)) continue;
    const values = target instanceof ArraySource ? target.readValues() : target.dataSync();
    if (isProbability) expectProbabilities(place, 'y', values as ArrayLike<number>);
    const classes = model.outputShapes[index]?.at(-1);
    if (!classes || !(loss instanceof SparseCategoricalCrossentropy)) continue;
    if (loss.ignoreClass === null) expectLabels(place, 'y', values, classes);
    else
      expectLabels(
        place,
        'y',
        Array.from(values as ArrayLike<number>).filter((label) => label !== loss.ignoreClass),
        classes,
      );
  }
}

function pick<T>(y: Tree<T>, index: number, model: Trainer): T | undefined {
  if (isRecord(y)) return (y as Record<string, T>)[model.outputNames?.[index] ?? ''];
  return flatten(y)[index];
}
