import { setSeed, useBackend } from '@tenlab/core';
import { Activation, Dense, type FitOptions, Model, Sequential, SparseCategoricalCrossentropy } from '@tenlab/layers';
import type * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { TrainingDoctor } from './training-doctor';
import type { FindingCode } from './training-doctor/finding';

beforeAll(async () => {
  await useBackend('wasm', { threads: 2 });
});

/** Two classes of points, one on each side. */
const samples = 200;
const points = Float32Array.from({ length: samples * 8 }, (_, i) => {
  const sample = Math.floor(i / 8);
  return Math.sin(i * 12.9898) + (sample % 2 === 0 ? 1 : -1);
});
const x = { data: points, shape: [samples, 8] };
const y = Int32Array.from({ length: samples }, (_, i) => i % 2);

type Make = () => Sequential | Model;
const dense =
  (options: Partial<ConstructorParameters<typeof Dense>[0]> = {}): Make =>
  () =>
    new Sequential([
      new Dense({ units: 16, activation: 'relu', inputShape: [8], name: 'hidden', ...options }),
      new Dense({ units: 2, name: 'out' }),
    ]);

async function examine(
  make: Make,
  {
    data = x,
    labels = y as Int32Array | Float32Array,
    rate = 0.05,
    fromLogits = true,
    loss,
    ...fit
  }: Partial<{
    data: typeof x;
    labels: Int32Array | Float32Array;
    rate: number;
    fromLogits: boolean;
    loss: string;
  }> &
    FitOptions = {},
) {
  setSeed(4);
  const model = make();
  const optimizer = { class_name: 'SGD', config: { learning_rate: rate } };
  model.compile({
    optimizer,
    loss: loss ?? new SparseCategoricalCrossentropy({ fromLogits }),
    metrics: loss ? [] : ['accuracy'],
  });
  const texts: string[] = [];
  const doctor = new TrainingDoctor({ stream: { write: (text) => texts.push(text) } });
  await model.fit(data, labels, { epochs: 6, batchSize: 20, verbose: 0, ...fit, callbacks: [doctor] });
  const weights = model.weights.map(({ value }) => [...value.dataSync()]);
  model.dispose();
  const codes = doctor.findings.map(({ code }) => code);
  expect(texts).toHaveLength(codes.length);
  return { codes, doctor, texts, weights };
}

describe('the training doctor', () => {
  it('finds nothing in a sound training, and changes no bit of it', async () => {
    const validationSplit = 0.2;
    const { codes, weights } = await examine(dense(), { validationSplit });
    expect(codes).toEqual([]);
    setSeed(4);
    const plain = dense()();
    const optimizer = { class_name: 'SGD', config: { learning_rate: 0.05 } };
    plain.compile({ optimizer, loss: new SparseCategoricalCrossentropy({ fromLogits: true }), metrics: ['accuracy'] });
    await plain.fit(x, y, { epochs: 6, batchSize: 20, verbose: 0, validationSplit });
    expect(plain.weights.map(({ value }) => [...value.dataSync()])).toEqual(weights);
    plain.dispose();
  });

  const noise = y.map((_, i) => ((i * 7919) % 13) % 2);
  const inOrder = [...y.keys()].sort((a, b) => y[a]! - y[b]!);
  const sorted = {
    data: {
      data: Float32Array.from(inOrder.flatMap((row) => [...points.subarray(row * 8, row * 8 + 8)])),
      shape: [samples, 8],
    },
    labels: Int32Array.from(inOrder, (row) => y[row]!),
  };
  const deep: Make = () =>
    new Sequential([
      new Dense({ units: 8, activation: 'sigmoid', inputShape: [8], name: 'front' }),
      ...Array.from({ length: 8 }, () => new Dense({ units: 8, activation: 'sigmoid' })),
      new Dense({ units: 2, name: 'back' }),
    ]);

  it.each<[FindingCode, string | null, Make, Parameters<typeof examine>[1]]>([
    ['inputs-not-scaled', null, dense(), { data: { ...x, data: points.map((v) => v * 100) }, rate: 1e-5 }],
    ['constant-inputs', null, dense(), { data: { ...x, data: points.map((v, i) => (i % 8 === 3 ? 1 : v)) } }],
    ['labels-in-order', null, dense(), { ...sorted, shuffle: false }],
    ['classes-unbalanced', null, dense(), { labels: y.map((_, i) => (i % 25 === 0 ? 1 : 0)) }],
    ['test-data-in-training', null, dense(), { validationData: [x, y] }],
    [
      'softmax-under-logits-loss',
      'out',
      () => new Sequential([new Dense({ units: 2, activation: 'softmax', inputShape: [8], name: 'out' })]),
      {},
    ],
    ['logits-under-probability-loss', 'out', dense(), { fromLogits: false, rate: 1e-4 }],
    ['dead-units', 'hidden', dense({ biasInitializer: { class_name: 'Constant', config: { value: -50 } } }), {}],
    [
      'saturated-units',
      'hidden',
      dense({ activation: 'tanh', kernelInitializer: { class_name: 'RandomNormal', config: { stddev: 200 } } }),
      { rate: 1e-6 },
    ],
    ['vanishing-gradients', 'front', deep, {}],
    ['learning-rate-too-high', null, dense({ activation: 'tanh', units: 4 }), { labels: noise, rate: 3, epochs: 12 }],
    ['not-learning', null, dense(), { rate: 1e-9 }],
    ['underfitting', null, dense(), { labels: noise, rate: 0.001 }],
  ])('names %s', async (code, layer, make, options) => {
    const { doctor } = await examine(make, options);
    expect(doctor.findings.find((finding) => finding.code === code)).toMatchObject({ layer });
  });

  it('names the layer that explodes', async () => {
    const make: Make = () =>
      new Sequential([
        new Dense({ units: 4, inputShape: [8], name: 'calm' }),
        new Dense({ units: 4, name: 'wild', kernelInitializer: { class_name: 'Constant', config: { value: 1e6 } } }),
        new Dense({ units: 1, name: 'out' }),
      ]);
    const { doctor } = await examine(make, { loss: 'mae', labels: Float32Array.from(y), rate: 1e-12 });
    expect(doctor.findings.find(({ code }) => code === 'exploding-layer')).toMatchObject({ layer: 'wild', epoch: 0 });
  });

  it('looks into models of any kind', async () => {
    class Net extends Model {
      hidden = new Dense({
        units: 16,
        name: 'inside',
        biasInitializer: { class_name: 'Constant', config: { value: -50 } },
      });
      clip = new Activation({ activation: 'relu', name: 'clip' });
      out = new Dense({ units: 2 });
      override call(inputs: tf.Tensor) {
        return this.out.apply(this.clip.apply(this.hidden.apply(inputs))) as tf.Tensor;
      }
    }
    const { doctor } = await examine(() => new Net());
    expect(doctor.findings.map(({ code, layer }) => [code, layer])).toContainEqual(['dead-units', 'clip']);
  });

  it('finds overfitting', async () => {
    const noise = { data: Float32Array.from({ length: 40 * 8 }, (_, i) => Math.sin(i * i)), shape: [40, 8] };
    const labels = Int32Array.from({ length: 40 }, (_, i) => Math.floor(i * i * 0.7) % 2);
    const { codes } = await examine(dense({ units: 64 }), {
      data: noise,
      labels,
      validationSplit: 0.5,
      epochs: 150,
      rate: 0.3,
    });
    expect(codes).toContain('overfitting');
  });

  it('says each finding once, in words, with what to do, and keeps them over a kill', async () => {
    const { doctor, texts } = await examine(dense(), { data: { ...x, data: points.map((v) => v * 100) }, rate: 1e-5 });
    expect(texts[0]).toMatch(
      /^Training doctor: The inputs reach \d+(\.\d+)? in size.*\n {2}What to do: Begin the model with a|Divide/,
    );
    const resumed = new TrainingDoctor({ stream: null });
    resumed.setState(structuredClone(doctor.getState()));
    expect(resumed.findings).toEqual(doctor.findings);
  });
});
