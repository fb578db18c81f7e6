import { inWords, TenlabError } from '@tenlab/core';
import type { Trainer } from '../models/trainer';
import { ArrayBatches } from './data/batches';
import { type BatchIterable, isBatchIterable } from './data/iterable-batches';
import { type ArrayDataset, type DataInput, readDataset } from './data/read-data';
import { ResidentData } from './data/resident-data';
import type { StepData, StepLogs } from './data/step-data';
import { EpochSteps } from './epoch-steps';
import { evaluateOn, makeCallbacks } from './evaluate';
import { expectValidationFits } from './expect-validation-fits';
import { expectFitOptions, type FitOptions, type ValidationData } from './fit-options';
import { FitRun } from './fit-run';
import { History } from './history';
import { arrayCounts, type OpenData, openData, openDataset, splitDataset } from './open-data';
import { expectLabelsFit, expectTargets, prepare } from './prepare';
import { runPass } from './run-pass';
import { LatestLogs, runSteps } from './run-steps';
import { expectLossIsNumber, expectLossOfPass, readsAreCheap } from './watch-loss';

/** `model.fit`: trains for some epochs. */
export async function fit(
  model: Trainer,
  x: DataInput | BatchIterable,
  y: DataInput | null,
  options: FitOptions,
): Promise<History> {
  const place = `${model.place}, fit`;
  expectFitOptions(place, options);
  expectNotTraining(place, model);
  const { epochs = 1, initialEpoch = 0, verbose = 'auto', validationFreq = 1 } = options;
  const { training, validation } = openRunData(place, model, x, y, options);
  const steps = new EpochSteps(place, training.source, options.stepsPerEpoch ?? null);
  const history = new History();
  const callbacks = makeCallbacks(
    model,
    options.callbacks,
    verbose,
    {
      epochs,
      steps: steps.steps,
      batchSize: training.dataset ? (options.batchSize ?? 32) : undefined,
      samples: training.source.samples ?? undefined,
      validation: validation !== null,
    },
    [history],
  );
  model.stopTraining = false;
  model.history = history;
  const run = new FitRun({
    place,
    model,
    callbacks,
    steps,
    data: {
      samples: training.source.samples,
      batchSize: training.source instanceof ArrayBatches ? training.source.batchSize : null,
      steps: steps.steps,
    },
    training: training.source,
    validation: validation?.data.source ?? null,
    initialEpoch,
  });
  model.run = run;
  const latest = new LatestLogs();
  const looksEachStep = readsAreCheap() && !callbacks.judgesLoss;
  const resident = model.compilesSteps && !steps.isLimited ? ResidentData.of(training.source) : null;
  try {
    await callbacks.call('onTrainBegin');
    let prepared = false;
    const prepareWith = (batch: StepData) => {
      if (prepared) return;
      expectTargets(place, model, batch.y);
      prepare(model, batch);
      if (training.dataset) expectLabelsFit(place, model, training.dataset.y);
      if (validation?.data.dataset) {
        expectValidationFits(`${place}, validation`, model, validation.data.dataset, training.dataset);
        expectLabelsFit(`${place}, validation`, model, validation.data.dataset.y);
      }
      run.restore();
      prepared = true;
    };
    const takeLogs = (result: StepLogs, last: number) => {
      run.step = last + 1;
      run.logs = latest.take(result);
      return run.logs;
    };
    const passOver = (data: ResidentData, epoch: number, done: number) => {
      if (!prepared) data.batches.withFirstBatch(prepareWith);
      if (done === 0) model.resetMetrics();
      return runPass({
        data,
        epoch,
        done,
        callbacks,
        begin: 'onTrainBatchBegin',
        end: 'onTrainBatchEnd',
        stepsPerExecution: model.compiledState.stepsPerExecution,
        runSteps: (stretch, first, last) => {
          const logs = takeLogs(model.passSteps('train').run(data, stretch), last);
          if (looksEachStep) expectLossOfPass(place, logs, epoch, { first, last }, data);
          return logs;
        },
        stop: () => model.stopTraining,
      });
    };
    const stepThrough = (epoch: number, done: number) => {
      let fresh = done === 0;
      return runSteps({
        batches: steps.epoch(epoch, done),
        done,
        step: model.stepFunction('train'),
        callbacks,
        begin: 'onTrainBatchBegin',
        end: 'onTrainBatchEnd',
        stepsPerExecution: model.compiledState.stepsPerExecution,
        before: (batch) => {
          prepareWith(batch);
          if (!training.dataset) expectLabelsFit(place, model, batch.y);
          if (fresh) model.resetMetrics();
          fresh = false;
        },
        after: (result, batch, step) => {
          const logs = takeLogs(result, step);
          if (looksEachStep) expectLossIsNumber(place, logs, epoch, step, batch);
          return logs;
        },
        stop: () => model.stopTraining,
      });
    };
    // A run that goes on from a kept state may have no step left to take, and must have the model all the same.
    if (run.isWaiting) await training.source.withFirstBatch(prepareWith);
    let epochLogs: Record<string, number> = { ...run.logs };
    while (run.epoch < epochs && (!model.stopTraining || run.step > 0)) {
      const { epoch, step: done } = run;
      await callbacks.callAt('onEpochBegin', epoch);
      if (!model.stopTraining) {
        const count = resident ? await passOver(resident, epoch, done) : await stepThrough(epoch, done);
        if (!model.stopTraining && !callbacks.judgesLoss) expectLossIsNumber(place, run.logs, epoch, count - 1, null);
      }
      epochLogs = { ...run.logs };
      latest.close();
      if (validation && isDue(epoch, validationFreq)) {
        const results = await evaluateOn(`${place}, validation`, model, validation.data, validation.steps(), callbacks);
        for (const [name, value] of Object.entries(results)) epochLogs[`val_${name}`] = value;
      }
      run.finishEpoch(epochLogs);
      await callbacks.callAt('onEpochEnd', epoch, epochLogs);
    }
    if (epochs > 0) model.compiledState.optimizer.finalizeVariableValues(model.trainableWeights);
    await callbacks.call('onTrainEnd', epochLogs);
    return history;
  } finally {
    model.run = null;
    latest.close();
    resident?.dispose();
    await steps.close();
  }
}

/** A second run would take the metrics, the callbacks' state and the order of the data from under the first. */
function expectNotTraining(place: string, model: Trainer): void {
  if (model.run === null) return;
  throw new TenlabError({
    code: 'already-training',
    place,
    expected: 'the model must not be in training already',
    received: inWords('a call of fit() while another one is under way'),
    remedy: 'Wait for the first one: `await model.fit(…)`. In a callback use evaluate(), predict() or trainOnBatch().',
  });
}

interface Validation {
  data: OpenData;
  steps(): EpochSteps;
}

function openRunData(
  place: string,
  model: Trainer,
  x: DataInput | BatchIterable,
  y: DataInput | null,
  options: FitOptions,
): { training: OpenData; validation: Validation | null } {
  const {
    validationSplit = 0,
    validationData = null,
    sampleWeight = null,
    classWeight,
    batchSize,
    shuffle = true,
  } = options;
  const batchOptions = { classWeight, batchSize, shuffle };
  const validationBatches = { batchSize: options.validationBatchSize ?? batchSize };
  const validationOf = (data: OpenData): Validation => ({
    data,
    steps: () => new EpochSteps(`${place}, validation`, data.source, options.validationSteps ?? null),
  });
  if (validationData !== null) {
    const training = openData(place, model, {
      x,
      y,
      sampleWeight,
      ...batchOptions,
      shuffle: isBatchIterable(x) ? undefined : shuffle,
    });
    return { training, validation: validationOf(openValidation(place, model, validationData, validationBatches)) };
  }
  if (validationSplit === 0)
    return { training: openData(place, model, { x, y, sampleWeight, ...batchOptions }), validation: null };
  if (isBatchIterable(x)) {
    throw new TenlabError({
      code: 'invalid-argument',
      place,
      expected: '`validationSplit` must go with arrays',
      received: inWords('data that comes in batches'),
      remedy: 'Pass `validationData`.',
    });
  }
  const [front, back] = splitDataset(
    place,
    readDataset(place, { x, y, sampleWeight }, arrayCounts(model)),
    validationSplit,
  );
  return {
    training: openDataset(place, model, front, batchOptions),
    validation: validationOf(openDataset(place, model, back as ArrayDataset, validationBatches)),
  };
}

function openValidation(
  place: string,
  model: Trainer,
  given: ValidationData,
  options: { batchSize?: number | null },
): OpenData {
  if (isBatchIterable(given)) return openData(`${place}, validation`, model, { x: given });
  if (!Array.isArray(given) || given.length < 2 || given.length > 3) {
    throw new TenlabError({
      code: 'invalid-argument',
      place,
      expected: '`validationData` must be [x, y] or [x, y, sampleWeight]',
      received: given,
      remedy: 'Pass both inputs and targets.',
    });
  }
  const [x, y, sampleWeight = null] = given as readonly [DataInput, DataInput, DataInput?];
  return openData(`${place}, validation`, model, { x, y, sampleWeight, ...options });
}

function isDue(epoch: number, frequency: number | readonly number[]): boolean {
  return typeof frequency === 'number' ? (epoch + 1) % frequency === 0 : frequency.includes(epoch + 1);
}
