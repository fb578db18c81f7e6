import type * as tf from '@tensorflow/tfjs-core';
import type { Tree } from '../graph/tree';
import type { Trainer } from '../models/trainer';
import { expectKnownOptions } from '../registry/options';
import { disposeBatch } from './data/batches';
import type { ClassWeight } from './data/class-weight';
import type { DataInput } from './data/read-data';
import type { StepData, StepLogs } from './data/step-data';
import { lazyLogs } from './logs';
import { openData } from './open-data';
import { expectLabelsFit, expectTargets, prepare } from './prepare';

export interface OnBatchOptions {
  sampleWeight?: DataInput | null;
  classWeight?: ClassWeight | null;
  /** Whether the metrics come as a record by name. */
  returnDict?: boolean;
}

/** `model.trainOnBatch`: one training step. */
export function trainOnBatch(
  model: Trainer,
  x: DataInput,
  y: DataInput | null,
  options: OnBatchOptions,
): Record<string, number> {
  const place = `${model.place}, trainOnBatch`;
  expectKnownOptions(place, options, ['sampleWeight', 'classWeight', 'returnDict']);
  return onBatch(place, model, x, y, options, (data) => model.stepFunction('train')(data));
}

/** `model.testOnBatch`: loss and metrics of one batch. */
export function testOnBatch(
  model: Trainer,
  x: DataInput,
  y: DataInput | null,
  options: OnBatchOptions,
): Record<string, number> {
  const place = `${model.place}, testOnBatch`;
  expectKnownOptions(place, options, ['sampleWeight', 'returnDict']);
  return onBatch(place, model, x, y, options, (data) => model.stepFunction('test')(data));
}

/** `model.predictOnBatch`: the outputs for one batch. */
export function predictOnBatch(model: Trainer, x: DataInput): Tree<tf.Tensor> {
  const batch = oneBatch(`${model.place}, predictOnBatch`, model, x, null, {});
  try {
    return model.stepFunction('predict')(batch);
  } finally {
    disposeBatch(batch);
  }
}

function onBatch(
  place: string,
  model: Trainer,
  x: DataInput,
  y: DataInput | null,
  options: OnBatchOptions,
  step: (data: StepData) => StepLogs,
): Record<string, number> {
  const batch = oneBatch(place, model, x, y, options);
  try {
    expectTargets(place, model, batch.y);
    prepare(model, batch);
    expectLabelsFit(place, model, batch.y);
    model.resetMetrics();
    const { logs, close } = lazyLogs(step(batch));
    const values = { ...logs };
    close();
    return values;
  } finally {
    disposeBatch(batch);
  }
}

function oneBatch(place: string, model: Trainer, x: DataInput, y: DataInput | null, options: OnBatchOptions): StepData {
  const { source } = openData(place, model, { x, y, ...options, batchSize: Number.MAX_SAFE_INTEGER });
  const [batch] = source.pass(0) as Iterable<StepData>;
  return batch as StepData;
}
