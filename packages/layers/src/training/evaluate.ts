import type { Trainer } from '../models/trainer';
import type { Callback, CallbackParams } from './callback';
import { CallbackList } from './callback-list';
import type { BatchIterable } from './data/iterable-batches';
import type { DataInput } from './data/read-data';
import { ResidentData } from './data/resident-data';
import type { StepData } from './data/step-data';
import { EpochSteps } from './epoch-steps';
import { type EvaluateOptions, expectEvaluateOptions, type Verbosity } from './fit-options';
import { type OpenData, openData } from './open-data';
import { expectLabelsFit, expectTargets, prepare } from './prepare';
import { ProgressLines } from './progress';
import { runPass } from './run-pass';
import { LatestLogs, runSteps } from './run-steps';

/** `model.evaluate`: loss and metrics over all samples. */
export async function evaluate(
  model: Trainer,
  x: DataInput | BatchIterable,
  y: DataInput | null,
  options: EvaluateOptions,
): Promise<Record<string, number>> {
  const place = `${model.place}, evaluate`;
  expectEvaluateOptions(place, options);
  const { batchSize, sampleWeight, steps = null, verbose = 'auto', callbacks } = options;
  const data = openData(place, model, { x, y, sampleWeight, batchSize });
  const epochSteps = new EpochSteps(place, data.source, steps);
  const list = makeCallbacks(model, callbacks, verbose, { epochs: 1, steps: epochSteps.steps });
  return evaluateOn(place, model, data, epochSteps, list);
}

/** Evaluates on opened data; `fit` validates with it. */
export async function evaluateOn(
  place: string,
  model: Trainer,
  data: OpenData,
  steps: EpochSteps,
  callbacks: CallbackList,
): Promise<Record<string, number>> {
  const latest = new LatestLogs();
  const resident = model.compilesSteps && !steps.isLimited ? ResidentData.of(data.source) : null;
  try {
    model.stopEvaluating = false;
    await callbacks.call('onTestBegin');
    const begin = (batch: StepData) => {
      expectTargets(place, model, batch.y);
      prepare(model, batch);
      if (data.dataset) expectLabelsFit(place, model, data.dataset.y);
      model.resetMetrics();
    };
    if (resident) {
      resident.batches.withFirstBatch(begin);
      await runPass({
        data: resident,
        epoch: 0,
        callbacks,
        begin: 'onTestBatchBegin',
        end: 'onTestBatchEnd',
        stepsPerExecution: model.compiledState.stepsPerExecution,
        runSteps: (stretch) => latest.take(model.passSteps('test').run(resident, stretch)),
        stop: () => model.stopEvaluating,
      });
    }
    let first = true;
    if (!resident)
      await runSteps({
        batches: steps.epoch(0),
        step: model.stepFunction('test'),
        callbacks,
        begin: 'onTestBatchBegin',
        end: 'onTestBatchEnd',
        stepsPerExecution: model.compiledState.stepsPerExecution,
        before: (batch) => {
          if (first) begin(batch);
          if (!data.dataset) expectLabelsFit(place, model, batch.y);
          first = false;
        },
        after: (result) => latest.take(result),
        stop: () => model.stopEvaluating,
      });
    const logs = latest.read();
    await callbacks.call('onTestEnd', logs);
    return logs;
  } finally {
    latest.close();
    resident?.dispose();
    await steps.close();
  }
}

/** The callbacks of a run, with lines of progress added unless nothing is to be printed or a callback does it. */
export function makeCallbacks(
  model: Trainer,
  given: readonly Callback[] | null | undefined,
  verbose: Verbosity,
  params: Omit<CallbackParams, 'verbose'>,
  last: readonly Callback[] = [],
): CallbackList {
  const callbacks = [...(given ?? [])];
  const shown = callbacks.some((callback) => callback?.showsProgress);
  const silent = verbose === 0 || (verbose === 'auto' && shown);
  if (!silent) callbacks.push(new ProgressLines());
  // After the user's own, which may add to the logs.
  callbacks.push(...last);
  return new CallbackList(callbacks, model, { ...params, verbose: verbose === 'auto' ? 1 : verbose });
}
