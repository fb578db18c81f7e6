import { setSeed, useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Dense, Dropout, Input, Model, Sequential } from '../index';
import { Callback } from './callback';
import type { DataInput } from './data/read-data';
import type { FitOptions } from './fit-options';

beforeAll(async () => {
  await useBackend('wasm', { threads: 2 });
});

/** 70 samples in batches of 8: eight whole ones and one of six. */
const samples = 70;
const bytes = Uint8Array.from({ length: samples * 12 }, (_, i) => (i * 37 + (i >> 3)) % 256);
const labels = Uint8Array.from({ length: samples }, (_, i) => (i * 7 + (i >> 2)) % 3);
const asBytes = { data: bytes, shape: [samples, 12] };
const asFloats = { data: Float32Array.from(bytes), shape: [samples, 12] };

function makeModel(options: { runEagerly?: boolean; stepsPerExecution?: number } = {}) {
  setSeed(3);
  const model = new Sequential([
    new Dense({ units: 9, activation: 'relu', inputShape: [12] }),
    new Dropout({ rate: 0.3 }),
    new Dense({ units: 3 }),
  ]);
  const [loss, metrics] = ['sparse_categorical_crossentropy', ['accuracy']];
  model.compile({ optimizer: 'adam', loss, metrics, ...options });
  return model;
}

async function trained(x: DataInput, y: DataInput, options: FitOptions, compile: Parameters<typeof makeModel>[0] = {}) {
  const model = makeModel(compile);
  const { history } = await model.fit(x, y, { batchSize: 8, epochs: 6, verbose: 0, ...options });
  const weights = model.weights.map((weight) => [...weight.read().dataSync()]);
  model.dispose();
  return { history, weights };
}

/** One that wants to hear of each batch, so that steps run one by one. */
class EveryBatch extends Callback {
  readonly heard: [number, number][] = [];
  override onTrainBatchEnd(step: number, logs: { loss?: number }) {
    this.heard.push([step, logs.loss as number]);
  }
}

describe('steps over data on the backend', () => {
  test('learn the same bits as steps run one by one, whatever the data are made of', async () => {
    const expected = await trained(asFloats, labels, { callbacks: [new EveryBatch()] }, { runEagerly: true });
    expect(expected.history.loss).toHaveLength(6);
    expect(await trained(asFloats, labels, {})).toEqual(expected);
    expect(await trained(asBytes, labels, {})).toEqual(expected);
    expect(await trained(tf.tensor(asFloats.data, [samples, 12]), tf.tensor(labels, [samples], 'int32'), {})).toEqual(
      expected,
    );
    expect(await trained(asBytes, labels, { callbacks: [new EveryBatch()] })).toEqual(expected);
  });

  test('learn the same with sample weights, without shuffling, and with validation', async () => {
    const sampleWeight = Float32Array.from({ length: samples }, (_, i) => (i % 4) / 2);
    const options: FitOptions = { sampleWeight, shuffle: false, validationSplit: 0.2 };
    const expected = await trained(asFloats, labels, options, { runEagerly: true });
    expect(Object.keys(expected.history)).toContain('val_loss');
    expect(await trained(asBytes, labels, options)).toEqual(expected);
  });

  test('are told one by one to a callback that wants that, and in groups by stepsPerExecution', async () => {
    const every = new EveryBatch();
    await trained(asBytes, labels, { epochs: 1, callbacks: [every] });
    expect(every.heard.map(([step]) => step)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    const eager = new EveryBatch();
    await trained(asBytes, labels, { epochs: 1, callbacks: [eager] }, { runEagerly: true });
    expect(every.heard).toEqual(eager.heard);
    const grouped = new EveryBatch();
    await trained(asBytes, labels, { epochs: 1, callbacks: [grouped] }, { stepsPerExecution: 4 });
    expect(grouped.heard).toEqual([3, 7, 11].map((step) => [step, eager.heard[Math.min(step, 8)]![1]]));
  });

  test('say in which steps the loss stopped being a number, and whether the data are to blame', async () => {
    const x = tf.tensor(asFloats.data, [samples, 12]);
    const spoilt = tf.tensor(
      asFloats.data.map((value, i) => (i === 500 ? Number.NaN : value)),
      [samples, 12],
    );
    const model = makeModel();
    await model.fit(x, labels, { batchSize: 8, epochs: 2, verbose: 0 });
    const failing = model.fit(spoilt, labels, { batchSize: 8, shuffle: false, verbose: 0 });
    await expect(failing).rejects.toThrow(
      /`x` must hold numbers only. Received: NaN in epoch 1, (step|one of the steps) \d/,
    );
    model.dispose();
  });

  test('leave no tensor behind, fit after fit', async () => {
    const model = makeModel();
    const once = () => model.fit(asBytes, labels, { batchSize: 8, epochs: 3, verbose: 0, validationSplit: 0.1 });
    await once();
    const before = tf.memory().numTensors;
    await once();
    expect(tf.memory().numTensors).toBe(before);
    model.dispose();
  });

  test('predict the same in one go as batch by batch, for several outputs, and leave only them', async () => {
    setSeed(5);
    const x = Input({ shape: [12] });
    const hidden = new Dense({ units: 5 }).apply(x);
    const model = new Model({ inputs: x, outputs: { wide: new Dense({ units: 4 }).apply(hidden), x } });
    const predicted = async (batchSize: number) => {
      const outputs = (await model.predict(asBytes, { batchSize, verbose: 0 })) as unknown as Record<string, tf.Tensor>;
      const values = Object.entries(outputs).map(([name, tensor]) => [name, tensor.shape, ...tensor.dataSync()]);
      tf.dispose(outputs);
      return values;
    };
    // 70 samples: 24 batches, the last of one; before that 2, which are too few to place the data first.
    const expected = await predicted(35);
    expect(await predicted(3)).toEqual(expected);
    const before = tf.memory().numTensors;
    for (let i = 0; i < 3; i++) expect(await predicted(3)).toEqual(expected);
    expect(tf.memory().numTensors).toBe(before);
    model.dispose();
  });

  test('are told to callbacks of predict, and may be stopped by them', async () => {
    class Stop extends Callback {
      readonly heard: number[] = [];
      override onPredictBatchEnd(step: number) {
        this.heard.push(step);
        this.model.stopPredicting = step === 13;
      }
    }
    const model = makeModel();
    const stop = new Stop();
    const output = (await model.predict(asBytes, { batchSize: 3, verbose: 0, callbacks: [stop] })) as tf.Tensor;
    expect(output.shape).toEqual([42, 3]);
    expect(stop.heard).toEqual(Array.from({ length: 14 }, (_, step) => step));
    tf.dispose(output);
    model.dispose();
  });

  test('keep programs for a few data sets only', async () => {
    const model = new Sequential([new Dense({ units: 1, inputShape: [1] })]);
    const predict = async (samples: number) =>
      tf.dispose(
        (await model.predict(
          tf.tidy(() => new Float32Array(samples)),
          { batchSize: 1, verbose: 0 },
        )) as tf.Tensor,
      );
    for (let samples = 20; samples < 30; samples++) await predict(samples);
    const { numDataBuffers } = tf.memory();
    for (let samples = 30; samples < 50; samples++) await predict(samples);
    expect(tf.memory().numDataBuffers).toBe(numDataBuffers);
    model.dispose();
  });
});
