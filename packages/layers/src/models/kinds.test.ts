// Every kind of model and every way to change its training, once with steps as they are and once compiled: both must learn the same.
import { setSeed, useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  BatchNormalization,
  type CallOptions,
  type Config,
  clearSession,
  Dense,
  Dropout,
  gradientsOf,
  Input,
  type KerasTensor,
  Layer,
  Model,
  metrics,
  modelFromJSON,
  Sequential,
  SGD,
  type StepData,
  type StepLogs,
} from '../index';

const x = Array.from({ length: 32 }, (_, i) => [Math.sin(i), Math.cos(2 * i), (i % 5) / 5]);
const y = x.map(([a, b, c]) => [a! - 2 * b! + c!]);

/** A block with a call and a config of its own. */
class Block extends Model {
  static override readonly className: string = 'Block';
  readonly units: number;
  readonly inner: Dense;
  readonly normalize = new BatchNormalization();
  constructor({ units, ...options }: { units: number; name?: string; trainable?: boolean }) {
    super(options, ['units']);
    this.units = units;
    this.inner = new Dense({ units, activation: 'tanh' });
  }
  override call(inputs: tf.Tensor, { training }: CallOptions): tf.Tensor {
    return this.normalize.apply(this.inner.apply(inputs), { training });
  }
  override computeOutputShape(shape: (number | null)[]) {
    return [...shape.slice(0, -1), this.units];
  }
  override getConfig(): Config {
    return { ...super.getConfig(), units: this.units };
  }
}

/** A whole model as a class, made of blocks. */
class Net extends Model {
  static override readonly className: string = 'Net';
  readonly block = new Block({ units: 4, name: 'block' });
  readonly head = new Dense({ units: 1, name: 'head' });
  override call(inputs: tf.Tensor, { training }: CallOptions): tf.Tensor {
    return this.head.apply(this.block.apply(inputs, { training }));
  }
}

/** Adds to the loss what its inputs measure. */
class Penalty extends Layer {
  static override readonly className: string = 'Penalty';
  override call(inputs: tf.Tensor): tf.Tensor {
    this.addLoss(tf.mul(tf.mean(tf.square(inputs)), 0.1));
    return inputs;
  }
  override computeOutputShape(shape: (number | null)[]) {
    return shape;
  }
}

/** Steps of its own: the loss is doubled, and a metric of its own is logged. */
class Doubled extends Model {
  static override readonly className: string = 'Doubled';
  readonly tracker = new metrics.Mean({ name: 'doubled' });
  override trainStep({ x: inputs, y: targets }: StepData): StepLogs {
    const weights = this.trainableWeights;
    const { loss, gradients } = gradientsOf(weights, () => {
      const error = tf.sub(this.apply(inputs as tf.Tensor, { training: true }), targets as tf.Tensor);
      return { loss: tf.mul(tf.mean(tf.square(error)), 2) };
    });
    this.optimizer.apply(gradients, weights);
    this.tracker.updateState(loss);
    return { doubled: this.tracker.result() as tf.Tensor };
  }
  override testStep({ x: inputs, y: targets }: StepData): StepLogs {
    const error = tf.sub(this.apply(inputs as tf.Tensor, { training: false }), targets as tf.Tensor);
    this.tracker.updateState(tf.mul(tf.mean(tf.square(error)), 2));
    return { doubled: this.tracker.result() as tf.Tensor };
  }
}

const customObjects = { Block, Net, Penalty, Doubled };

const makers: Record<string, () => Model> = {
  'a stack': () =>
    new Sequential([new Dense({ units: 4, activation: 'relu', inputShape: [3] }), new Dense({ units: 1 })]),
  'a graph with a shared layer': () => {
    const input = Input({ shape: [3] });
    const shared = new Dense({ units: 3, activation: 'tanh' });
    const hidden = new Dense({ units: 3 }).apply(shared.apply(shared.apply(input)));
    return new Model({ inputs: input, outputs: new Dense({ units: 1 }).apply(hidden) });
  },
  'a class': () => new Net({ name: 'net' }),
  'a class inside a graph': () => {
    const input = Input({ shape: [3] });
    const hidden = new Block({ units: 4 }).apply(input) as KerasTensor;
    return new Model({ inputs: input, outputs: new Dense({ units: 1 }).apply(hidden) });
  },
  'a class inside a stack': () =>
    new Sequential([Input({ shape: [3] }), new Block({ units: 4 }), new Dense({ units: 1 })]),
  'a graph with steps of its own': () => {
    const input = Input({ shape: [3] });
    return new Doubled({ inputs: input, outputs: new Dense({ units: 1 }).apply(input) });
  },
  'a layer that adds a loss': () =>
    new Sequential([new Dense({ units: 4, inputShape: [3] }), new Penalty(), new Dense({ units: 1 })]),
  'an activity regularizer and one of weights': () =>
    new Sequential([
      new Dense({ units: 4, inputShape: [3], activityRegularizer: 'l2', kernelRegularizer: 'l1' }),
      new Dense({ units: 1 }),
    ]),
  'a frozen layer': () =>
    new Sequential([new Dense({ units: 4, inputShape: [3], trainable: false }), new Dense({ units: 1 })]),
  'a frozen class': () => {
    const input = Input({ shape: [3] });
    const hidden = new Block({ units: 4, trainable: false }).apply(input) as KerasTensor;
    return new Model({ inputs: input, outputs: new Dense({ units: 1 }).apply(hidden) });
  },
  dropout: () =>
    new Sequential([new Dense({ units: 6, inputShape: [3] }), new Dropout({ rate: 0.3 }), new Dense({ units: 1 })]),
};

const warnings: string[] = [];
beforeEach(async () => {
  await useBackend('wasm');
  warnings.length = 0;
  vi.spyOn(console, 'warn').mockImplementation((...values) => void warnings.push(values.join(' ')));
});
afterEach(() => vi.restoreAllMocks());

async function train(make: () => Model, runEagerly: boolean) {
  clearSession();
  setSeed(5);
  const model = make();
  model.compile({
    optimizer: new SGD({ learningRate: 0.05, momentum: 0.5 }),
    loss: 'mse',
    metrics: ['mae'],
    runEagerly,
  });
  const { history } = await model.fit(x, y, { batchSize: 8, epochs: 6, verbose: 0, validationData: [x, y] });
  const outputs = await model.predict(x, { verbose: 0 });
  return { model, history, outputs: [...(outputs as tf.Tensor).dataSync()] };
}

function expectClose(received: readonly number[], expected: readonly number[]): void {
  expect(received).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) {
    expect(Math.abs(received[i]! - value)).toBeLessThan(1e-5 * Math.max(1, Math.abs(value)));
  }
}

describe.each(Object.entries(makers))('%s', (_, make) => {
  test('learns the same compiled and as it is', async () => {
    const [eager, compiled] = [await train(make, true), await train(make, false)];
    expect(warnings).toEqual([]);
    expect(Object.keys(compiled.history)).toEqual(Object.keys(eager.history));
    for (const [name, values] of Object.entries(eager.history)) expectClose(compiled.history[name]!, values);
    expectClose(compiled.outputs, eager.outputs);
    const [curve] = Object.values(compiled.history);
    expect(curve!.at(-1)).toBeLessThan(curve![0]!);
  });

  test('is written as a config, and goes on from there', async () => {
    const { model, outputs } = await train(make, false);
    const copy = modelFromJSON(model.toJSON(), { customObjects });
    expect(copy.constructor).toBe(model.constructor);
    // The names of layers that a class makes itself go on counting, as in Keras.
    const shapes = (of: Model) => of.weights.map(({ name, shape }) => ({ name, shape }));
    expect(shapes(copy)).toEqual(shapes(model));
    expect(copy.trainableWeights).toHaveLength(model.trainableWeights.length);
    copy.setWeights(model.getWeights());
    expect([...((await copy.predict(x, { verbose: 0 })) as tf.Tensor).dataSync()]).toEqual(outputs);
    expect(JSON.parse(copy.toJSON())).toEqual(JSON.parse(model.toJSON()));
    await copy.fit(x, y, { verbose: 0 });
  });

  test('leaves nothing behind in training', async () => {
    const { model } = await train(make, false);
    const before = tf.memory().numTensors;
    await model.fit(x, y, { batchSize: 8, epochs: 2, verbose: 0 });
    await model.evaluate(x, y, { verbose: 0 });
    expect(tf.memory().numTensors).toBe(before);
  });
});
