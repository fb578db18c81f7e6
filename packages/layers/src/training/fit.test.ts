import { useBackend } from '@tenlab/core';
import type * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import golden from '../../golden/fits.json';
import { Callback, Dense, type FitOptions, InputLayer, type Logs, Sequential, SGD } from '../index';

beforeAll(async () => {
  await useBackend('cpu');
});

const { x, y } = golden;
const weights = Array.from({ length: 10 }, (_, i) => 0.5 + (i * 1.5) / 9);
const plusOne = x.slice(0, 5).map((row) => row.map((value) => value + 1));

const cases: Record<string, FitOptions> = {
  plain: { epochs: 2, batchSize: 4 },
  validation_split: { epochs: 2, batchSize: 3, validationSplit: 0.3 },
  validation_data: {
    epochs: 3,
    batchSize: 4,
    validationData: [plusOne, y.slice(0, 5)],
    validationFreq: 2,
    validationBatchSize: 2,
  },
  validation_freq_list: {
    epochs: 3,
    batchSize: 5,
    validationData: [x.slice(0, 5), y.slice(0, 5), weights.slice(0, 5)],
    validationFreq: [1, 3],
  },
  validation_steps: { epochs: 1, batchSize: 5, validationData: [x, y], validationBatchSize: 2, validationSteps: 2 },
  sample_weight: { epochs: 2, batchSize: 4, sampleWeight: weights },
  initial_epoch: { epochs: 4, initialEpoch: 2, batchSize: 5 },
  steps_per_epoch: { epochs: 4, batchSize: 2, stepsPerEpoch: 2 },
};

/** Notes every call of a callback as the golden script does. */
class SeeBatches extends Callback {
  readonly events: string[] = [];
  #note(event: string, logs?: Logs): void {
    const names = logs && Object.keys(logs).sort().join();
    this.events.push(names ? `${event} ${names}` : event);
  }
  override onTrainBegin() {
    this.#note('train_begin');
  }
  override onTrainEnd() {
    this.#note('train_end');
  }
  override onEpochBegin(epoch: number) {
    this.#note(`epoch_begin ${epoch}`);
  }
  override onEpochEnd(epoch: number, logs: Logs) {
    this.#note(`epoch_end ${epoch}`, logs);
  }
  override onTrainBatchBegin(step: number) {
    this.#note(`train_batch_begin ${step}`);
  }
  override onTrainBatchEnd(step: number, logs: Logs) {
    this.#note(`train_batch_end ${step}`, logs);
  }
  override onTestBegin() {
    this.#note('test_begin');
  }
  override onTestEnd(logs: Logs) {
    this.#note('test_end', logs);
  }
  override onTestBatchBegin(step: number) {
    this.#note(`test_batch_begin ${step}`);
  }
  override onTestBatchEnd(step: number, logs: Logs) {
    this.#note(`test_batch_end ${step}`, logs);
  }
  override onPredictBegin() {
    this.#note('predict_begin');
  }
  override onPredictEnd() {
    this.#note('predict_end');
  }
  override onPredictBatchBegin(step: number) {
    this.#note(`predict_batch_begin ${step}`);
  }
  override onPredictBatchEnd(step: number) {
    this.#note(`predict_batch_end ${step}`);
  }
}

/** The events, with the names of logs in alphabetical order. */
function sorted(events: readonly string[]): string[] {
  return events.map((event) => {
    const [name, ...rest] = event.split(' ');
    const last = rest.at(-1);
    return last?.includes(',') ? [name, ...rest.slice(0, -1), last.split(',').sort().join()].join(' ') : event;
  });
}

function linearModel(stepsPerExecution = 1): Sequential {
  const model = new Sequential([new InputLayer({ shape: [2] }), new Dense({ units: 1, kernelInitializer: 'ones' })]);
  model.compile({
    optimizer: new SGD({ learningRate: 0.05 }),
    loss: 'mse',
    metrics: ['mae'],
    weightedMetrics: ['mse'],
    stepsPerExecution,
  });
  return model;
}

function expectClose(ours: readonly number[], theirs: readonly number[]): void {
  expect(ours).toHaveLength(theirs.length);
  for (const [i, value] of theirs.entries()) expect(ours[i]).toBeCloseTo(value, 5);
}

describe('fit', () => {
  test.each(Object.keys(cases))('does what Keras does: %s', async (name) => {
    const keras = golden.cases[name as 'plain'];
    const model = linearModel();
    const see = new SeeBatches();
    const { history, epoch } = await model.fit(x, y, { shuffle: false, verbose: 0, callbacks: [see], ...cases[name] });
    expect(Object.keys(history).sort()).toEqual(Object.keys(keras.history).sort());
    for (const [metric, values] of Object.entries(keras.history)) expectClose(history[metric] ?? [], values);
    expect(epoch).toEqual(keras.epoch);
    expect(see.events).toEqual(sorted(keras.events));
    expectClose([...(model.weights[0]?.read().dataSync() ?? [])], keras.weights[0]?.flat() as number[]);
  });

  test('tells callbacks of executions when several steps are run at once', async () => {
    const model = linearModel(2);
    const see = new SeeBatches();
    await model.fit(x, y, { shuffle: false, verbose: 0, batchSize: 2, callbacks: [see] });
    expect(see.events).toEqual(sorted(golden.cases.steps_per_execution.events));
  });
});

describe('evaluate, predict and steps on one batch', () => {
  test('give what Keras gives', async () => {
    const model = linearModel();
    const see = new SeeBatches();
    const options = { batchSize: 4, verbose: 0, sampleWeight: weights } as const;
    expectClose((await model.evaluate(x, y, { ...options, callbacks: [see] })) as number[], golden.evaluate);
    expect(see.events).toEqual(sorted(golden.evaluate_events));
    const record = await model.evaluate(x, y, { ...options, returnDict: true });
    expect(Object.keys(record).sort()).toEqual(Object.keys(golden.evaluate_dict).sort());
    const watch = new SeeBatches();
    const predicted = (await model.predict(x, { batchSize: 4, verbose: 0, callbacks: [watch] })) as tf.Tensor;
    expectClose([...predicted.dataSync()], golden.predict.flat());
    expect(watch.events).toEqual(golden.predict_events);
    for (const theirs of golden.train_on_batch) {
      expectClose((await model.trainOnBatch(x, y, { sampleWeight: weights })) as number[], theirs);
    }
    const tested = await model.testOnBatch(x, y, { returnDict: true });
    for (const [metric, value] of Object.entries(golden.test_on_batch)) expect(tested[metric]).toBeCloseTo(value, 5);
  });
});
