import * as tf from '@tensorflow/tfjs-core';
import { flatten, packAs, type Tree } from '../graph/tree';
import type { Trainer } from '../models/trainer';
import type { BatchIterable } from './data/iterable-batches';
import type { DataInput } from './data/read-data';
import { ResidentData } from './data/resident-data';
import { EpochSteps } from './epoch-steps';
import { makeCallbacks } from './evaluate';
import { expectPredictOptions, type PredictOptions } from './fit-options';
import { openData } from './open-data';
import { runPass } from './run-pass';
import { runSteps } from './run-steps';

/** Batches from which on it pays to place the data on the backend as a whole: a program for so many samples is made first. */
const fewestInOneGo = 12;

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
  const take = (outputs: Tree<tf.Tensor>) => {
    form = outputs;
    for (const [index, output] of flatten(outputs).entries()) {
      parts[index] ??= [];
      parts[index].push(output);
    }
    return {};
  };
  const inOneGo = model.compilesSteps && !epochSteps.isLimited && (epochSteps.steps ?? 0) >= fewestInOneGo;
  const resident = inOneGo ? ResidentData.of(source) : null;
  try {
    model.stopPredicting = false;
    await callbacks.call('onPredictBegin');
    const pass = {
      callbacks,
      begin: 'onPredictBatchBegin',
      end: 'onPredictBatchEnd',
      stepsPerExecution: model.stepsPerExecution,
      stop: () => model.stopPredicting,
    } as const;
    if (resident) {
      await runPass({
        ...pass,
        data: resident,
        epoch: 0,
        runSteps: (stretch) => {
          for (const outputs of model.passSteps('predict').collect(resident, stretch)) take(outputs);
          return {};
        },
      });
    } else {
      await runSteps({ ...pass, batches: epochSteps.epoch(0), step: model.stepFunction('predict'), after: take });
    }
    await callbacks.call('onPredictEnd');
    return packAs(form, parts.map(join));
  } finally {
    tf.dispose(parts as tf.TensorContainer);
    resident?.dispose();
    await epochSteps.close();
  }
}

function join(parts: tf.Tensor[]): tf.Tensor {
  return parts.length === 1 ? tf.clone(parts[0] as tf.Tensor) : tf.concat(parts);
}
