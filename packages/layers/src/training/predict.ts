import * as tf from '@tensorflow/tfjs-core';
import { flatten, packAs, type Tree } from '../graph/tree';
import type { Trainer } from '../models/trainer';
import type { BatchIterable } from './data/iterable-batches';
import type { DataInput } from './data/read-data';
import { EpochSteps } from './epoch-steps';
import { makeCallbacks } from './evaluate';
import { expectPredictOptions, type PredictOptions } from './fit-options';
import { openData } from './open-data';
import { runSteps } from './run-steps';

/** `model.predict`: the outputs for all samples, batch by batch. */
export async function predict(
  model: Trainer,
  x: DataInput | BatchIterable,
  options: PredictOptions,
): Promise<Tree<tf.Tensor>> {
  const place = `${model.place}, predict`;
  expectPredictOptions(place, options);
  const { batchSize, steps = null, verbose = 'auto', callbacks: given } = options;
  const { source } = openData(place, model, { x, batchSize });
  const epochSteps = new EpochSteps(place, source, steps);
  const callbacks = makeCallbacks(model, given, verbose, { epochs: 1, steps: epochSteps.steps });
  const parts: tf.Tensor[][] = [];
  let form: Tree<unknown> = [];
  try {
    model.stopPredicting = false;
    await callbacks.call('onPredictBegin');
    await runSteps({
      batches: epochSteps.epoch(0),
      step: model.stepFunction('predict'),
      callbacks,
      begin: 'onPredictBatchBegin',
      end: 'onPredictBatchEnd',
      stepsPerExecution: model.stepsPerExecution,
      after: (outputs) => {
        form = outputs;
        for (const [index, output] of flatten<tf.Tensor>(outputs).entries()) {
          parts[index] ??= [];
          parts[index].push(output);
        }
        return {};
      },
      stop: () => model.stopPredicting,
    });
    await callbacks.call('onPredictEnd');
    return packAs(form, parts.map(join));
  } finally {
    tf.dispose(parts as tf.TensorContainer);
    await epochSteps.close();
  }
}

function join(parts: tf.Tensor[]): tf.Tensor {
  return parts.length === 1 ? tf.clone(parts[0] as tf.Tensor) : tf.concat(parts);
}
