import { setSeed, TenlabError, useBackend } from '@tenlab/core';
import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  Callback,
  type CallOptions,
  clearSession,
  Dense,
  Dropout,
  Embedding,
  GlobalAveragePooling1D,
  gradientsOf,
  Input,
  type KerasTensor,
  Layer,
  losses,
  Model,
  metrics,
  modelFromJSON,
  Sequential,
  SGD,
  type StepData,
  type StepLogs,
  type Weight,
} from '../index';

beforeEach(async () => {
  await useBackend('cpu');
  clearSession();
  setSeed(7);
});

const x = Array.from({ length: 12 }, (_, i) => [Math.sin(i), Math.cos(i)]);
const sums = x.map(([a, b]) => [2 * (a as number) - (b as number) + 0.5]);
const classes = x.map(([a]) => ((a as number) > 0 ? 1 : 0));

/** Two inputs, a shared layer, two outputs. */
function twoByTwo(): Model {
  const left = Input({ shape: [2], name: 'left' });
  const right = Input({ shape: [2], name: 'right' });
  const shared = new Dense({ units: 4, activation: 'tanh', name: 'shared' });
  const value = new Dense({ units: 1, name: 'value' }).apply(shared.apply(left));
  const kind = new Dense({ units: 2, name: 'kind' }).apply(shared.apply(right));
  return new Model({ inputs: [left, right], outputs: [value, kind] });
}

/** A model of one's own, with a call. */
class Twin extends Model {
  static override readonly className: string = 'Twin';
  readonly hidden = new Dense({ units: 8, activation: 'tanh' });
  readonly drop = new Dropout({ rate: 0.1 });
  readonly out = new Dense({ units: 1 });

  override call(inputs: tf.Tensor, { training }: CallOptions): tf.Tensor {
    return this.out.apply(this.drop.apply(this.hidden.apply(inputs), { training }));
  }
}

describe('a functional model', () => {
  test('trains with several inputs and outputs, given as lists or records, and logs each loss', async () => {
    const compileOptions = {
      optimizer: new SGD({ learningRate: 0.1 }),
      loss: ['mse', new losses.SparseCategoricalCrossentropy({ fromLogits: true })],
      lossWeights: [1, 0.5],
      metrics: [['mae'], ['accuracy']],
    };
    const asLists = twoByTwo();
    asLists.compile(compileOptions as never);
    const { history } = await asLists.fit([x, x], [sums, classes], { epochs: 2, shuffle: false, verbose: 0 });
    expect(Object.keys(history)).toEqual(['kind_accuracy', 'kind_loss', 'loss', 'value_loss', 'value_mae']);
    for (let epoch = 0; epoch < 2; epoch++) {
      const sum = (history.value_loss?.[epoch] as number) + 0.5 * (history.kind_loss?.[epoch] as number);
      expect(history.loss?.[epoch]).toBeCloseTo(sum, 5);
    }
    clearSession();
    setSeed(7);
    const asRecords = twoByTwo();
    asRecords.compile({
      optimizer: new SGD({ learningRate: 0.1 }),
      loss: { kind: new losses.SparseCategoricalCrossentropy({ fromLogits: true }), value: 'mse' },
      lossWeights: { value: 1, kind: 0.5 },
      metrics: { kind: ['accuracy'], value: ['mae'] },
    });
    const second = await asRecords.fit(
      { right: x, left: x },
      { kind: classes, value: sums },
      { epochs: 2, shuffle: false, verbose: 0 },
    );
    expect(second.history).toEqual(history);
    const predicted = (await asRecords.predict([x, x], { verbose: 0 })) as tf.Tensor[];
    expect(predicted.map(({ shape }) => shape)).toEqual([
      [12, 1],
      [12, 2],
    ]);
  });

  test('may leave an output without a loss', async () => {
    const model = twoByTwo();
    model.compile({ optimizer: 'sgd', loss: { value: 'mse', kind: null } });
    const { history } = await model.fit([x, x], [sums, classes], { verbose: 0 });
    expect(Object.keys(history)).toEqual(['loss']);
    const named = await model.fit([x, x], { value: sums }, { verbose: 0 });
    expect(Object.keys(named.history)).toEqual(['loss']);
  });

  test('shows a part of itself as a model that shares its layers', () => {
    const input = Input({ shape: [2] });
    const hidden = new Dense({ units: 3, activation: 'relu', name: 'hidden' }).apply(input);
    const whole = new Model({ inputs: input, outputs: new Dense({ units: 1, name: 'out' }).apply(hidden) });
    const front = new Model({ inputs: input, outputs: hidden });
    const back = new Model({ inputs: hidden, outputs: whole.outputs[0] as KerasTensor });
    const data = tf.tensor2d([[1, -1]]);
    expectClose(back.apply(front.apply(data)), whole.apply(data).arraySync() as number[][]);
    expect(back.weights).toEqual(whole.getLayer('out').weights);
  });

  test('of a stack that grows is computed anew', async () => {
    const model = new Sequential([new Dense({ units: 2, inputShape: [2] })]);
    expect(((await model.predict(x, { verbose: 0 })) as tf.Tensor).shape).toEqual([12, 2]);
    model.add(new Dense({ units: 5 }));
    expect(((await model.predict(x, { verbose: 0 })) as tf.Tensor).shape).toEqual([12, 5]);
    model.pop();
    expect(((await model.predict(x, { verbose: 0 })) as tf.Tensor).shape).toEqual([12, 2]);
  });

  test('is a layer of another', () => {
    const inner = twoByTwo();
    const [a, b] = [Input({ shape: [2] }), Input({ shape: [2] })];
    const outer = new Model({ inputs: [a, b], outputs: inner.apply<KerasTensor[]>([a, b]) });
    const data = [tf.tensor2d([[1, 2]]), tf.tensor2d([[3, 4]])];
    const [ours, theirs] = [outer.apply<tf.Tensor[]>(data), inner.apply<tf.Tensor[]>(data)];
    for (const [i, tensor] of ours.entries()) expectClose(tensor, (theirs[i] as tf.Tensor).arraySync() as number[][]);
    expect(outer.weights).toEqual(inner.weights);
  });

  test('adds or drops a last axis of length 1, and casts whole numbers', () => {
    const input = Input({ shape: [3, 1] });
    const model = new Model({ inputs: input, outputs: new Dense({ units: 2 }).apply(input) });
    expect(model.apply(tf.ones([4, 3], 'int32')).shape).toEqual([4, 3, 2]);
  });

  test('passes masks on to layers that use them', () => {
    const ids = Input({ shape: [3], dtype: 'int32' });
    const vectors = new Embedding({
      inputDim: 5,
      outputDim: 1,
      maskZero: true,
      embeddingsInitializer: 'ones',
      name: 'e',
    }).apply(ids);
    const model = new Model({ inputs: ids, outputs: new GlobalAveragePooling1D().apply(vectors) });
    model.getLayer('e').setWeights([tf.tensor2d([[9], [1], [2], [3], [4]])]);
    expectClose(model.apply(tf.tensor2d([[1, 3, 0]], [1, 3], 'int32')), [[2]]);
  });

  test('refuses graphs that cannot be computed', () => {
    const [a, b] = [Input({ shape: [2], name: 'a' }), Input({ shape: [2], name: 'b' })];
    const output = new Dense({ units: 1, name: 'd' }).apply(b);
    expect(() => new Model({ inputs: a, outputs: output, name: 'm' })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Model 'm': the outputs must be computed from the inputs alone. Received: 'd', which needs <KerasTensor shape=(None, 2), dtype=float32, name=b>. Add the input that 'b' starts from to \`inputs\`.]`,
    );
    expect(() => new Model({ outputs: output, name: 'm' })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Model 'm': \`inputs\` and \`outputs\` must come together. Received: \`outputs\` only. Give both for a functional model; a subclass with \`call\` needs neither.]`,
    );
    const twin = new Dense({ units: 1, name: 'd' }).apply(output);
    expect(() => new Model({ inputs: b, outputs: twin, name: 'm' })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Model 'm': each layer must have a name of its own. Received: 'd' twice. Give one of them another \`name\`.]`,
    );
  });

  test('says which input does not fit', async () => {
    const model = twoByTwo();
    const [two, three] = [tf.zeros([1, 2]), tf.zeros([1, 3])];
    expect(() => model.apply([two, three])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Model 'functional': input 'right' must have shape (None, 2). Received: shape (1, 3). Reshape the data, or build the model with the shape of the data; the first axis is the batch.]`,
    );
    expect(() => model.apply({ left: two })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Model 'functional': the record must have the inputs 'left', 'right'. Received: one with 'left'. Add 'right'.]`,
    );
    expect(() => model.apply([two])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Model 'functional': there must be 2 inputs (left, right). Received: 1. Pass a list in that order, or a record with these names.]`,
    );
  });
});

describe('a subclass with call', () => {
  test('trains, finds its layers, and is built by its first data', async () => {
    const model = new Twin();
    expect(model.layers.map(({ name }) => name)).toEqual(['dense', 'dropout', 'dense_1']);
    model.compile({ optimizer: new SGD({ learningRate: 0.05 }), loss: 'mse' });
    const { history } = await model.fit(x, sums, { epochs: 30, verbose: 0 });
    expect(history.loss?.at(-1)).toBeLessThan(history.loss?.[0] as number);
    expect(model.weights.map(({ path }) => path)).toEqual([
      'twin/dense/kernel',
      'twin/dense/bias',
      'twin/dense_1/kernel',
      'twin/dense_1/bias',
    ]);
  });

  test('is told that it needs a call', () => {
    expect(() => new Model({ name: 'm' }).apply(tf.zeros([1, 2]))).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Model 'm': a model must have a \`call\` method, or \`inputs\` and \`outputs\`. Received: neither. Add call(inputs, { training }) to Model.]`,
    );
  });

  test('is written and read with its class', () => {
    const json = new Twin().toJSON();
    expect(modelFromJSON(json, { customObjects: { Twin } })).toBeInstanceOf(Twin);
    expect(() => modelFromJSON(json)).toThrow(/'Twin'/);
  });
});

describe("training of one's own", () => {
  /** Doubles the loss, and logs a metric of its own. */
  class Custom extends Model {
    static override readonly className: string = 'Custom';
    readonly tracker = new metrics.Mean({ name: 'distance' });

    override trainStep({ x: inputs, y }: StepData): StepLogs {
      const weights = this.trainableWeights;
      const { loss, gradients } = gradientsOf(weights, () => ({
        loss: tf.mul(
          tf.losses.meanSquaredError(y as tf.Tensor, this.apply(inputs as tf.Tensor, { training: true })),
          2,
        ),
      }));
      this.optimizer.apply(gradients, weights);
      this.tracker.updateState(loss);
      return { distance: this.tracker.result() };
    }
  }

  function custom(): Custom {
    const input = Input({ shape: [2] });
    return new Custom({ inputs: input, outputs: new Dense({ units: 1 }).apply(input) });
  }

  test('keeps fit, its callbacks, history and lack of leaks', async () => {
    const seen: number[] = [];
    class Watch extends Callback {
      override onTrainBatchEnd(_step: number, logs: Readonly<Record<string, number>>) {
        seen.push(logs.distance as number);
      }
    }
    const model = custom();
    model.compile({ optimizer: new SGD({ learningRate: 0.1 }) });
    await model.fit(x, sums, { epochs: 1, verbose: 0 });
    const before = tf.memory().numTensors;
    const { history } = await model.fit(x, sums, { epochs: 3, batchSize: 4, verbose: 0, callbacks: [new Watch()] });
    expect(tf.memory().numTensors).toBe(before);
    expect(Object.keys(history)).toEqual(['distance']);
    expect(seen).toHaveLength(9);
    expect(history.distance?.[2]).toBeLessThan(history.distance?.[0] as number);
  });

  test('needs no call', async () => {
    class Pair extends Model {
      static override readonly className: string = 'Pair';
      readonly first = new Dense({ units: 2 });
      readonly second = new Dense({ units: 1 });

      override trainStep({ x: inputs }: StepData): StepLogs {
        const { loss, gradients } = gradientsOf(this.first.trainableWeights, () => ({
          loss: tf.mean(tf.square(this.second.apply(this.first.apply(inputs as tf.Tensor)))),
        }));
        this.optimizer.apply(gradients, this.first.trainableWeights);
        return { loss };
      }
    }
    const model = new Pair();
    model.first.build([null, 2]);
    model.second.build([null, 2]);
    model.compile({ optimizer: new SGD({ learningRate: 0.05 }) });
    const { history } = await model.fit(x, null, { epochs: 5, verbose: 0 });
    expect(history.loss?.[4]).toBeLessThan(history.loss?.[0] as number);
  });

  test('may be a loss only', async () => {
    class Penalised extends Sequential {
      override computeLoss(inputs: Parameters<Model['computeLoss']>[0]): tf.Tensor {
        return tf.add(super.computeLoss(inputs), 100);
      }
    }
    const model = new Penalised([new Dense({ units: 1, inputShape: [2] })]);
    model.compile({ optimizer: 'sgd', loss: 'mse' });
    expect(await model.evaluate(x, sums, { verbose: 0 })).toBeGreaterThan(100);
  });

  test('adds the losses of layers and regularizers', async () => {
    class AddsLoss extends Layer {
      static override readonly className: string = 'AddsLoss';
      override call(inputs: tf.Tensor): tf.Tensor {
        this.addLoss(tf.scalar(3));
        return inputs;
      }
      override computeOutputShape(shape: (number | null)[]) {
        return shape;
      }
    }
    const model = new Sequential([
      new Dense({
        units: 1,
        inputShape: [2],
        kernelInitializer: 'ones',
        kernelRegularizer: { class_name: 'L2', config: { l2: 0.5 } },
      }),
      new AddsLoss(),
    ]);
    model.compile({ optimizer: 'sgd', loss: 'mse' });
    const zeros = x.map(() => [0, 0]);
    const targets = x.map(() => [0]);
    // No error, 3 added, 0.5 · (1 + 1) as penalty.
    expect(await model.evaluate(zeros, targets, { verbose: 0 })).toBeCloseTo(4, 5);
    const before = tf.memory().numTensors;
    await model.evaluate(zeros, targets, { verbose: 0 });
    expect(tf.memory().numTensors).toBe(before);
  });

  test('counts samples, not batches, also where batches differ in size', async () => {
    const model = new Sequential([new Dense({ units: 1, inputShape: [2], kernelInitializer: 'zeros' })]);
    model.compile({ optimizer: new SGD({ learningRate: 0 }), loss: 'mse', metrics: ['mae'] });
    const targets = x.map((_, i) => [i === 11 ? 12 : 0]);
    // 144 / 12 over all samples; a mean over batches of 8 and 4 would give 18.
    const { history } = await model.fit(x, targets, { batchSize: 8, verbose: 0, shuffle: false });
    expect(history.loss?.[0]).toBeCloseTo(12, 4);
    expect(history.mae?.[0]).toBeCloseTo(1, 5);
  });
});

describe('freezing', () => {
  test('leaves frozen layers as they are', async () => {
    const model = new Sequential([new Dense({ units: 3, inputShape: [2] }), new Dense({ units: 1 })]);
    (model.layers[0] as Layer).trainable = false;
    model.compile({ optimizer: 'sgd', loss: 'mse' });
    const [before] = model.getWeights();
    await model.fit(x, sums, { verbose: 0 });
    const after = model.weights.map(({ value }) => value);
    expectClose(after[0] as tf.Tensor, (before as tf.Tensor).arraySync() as number[][], { rtol: 0, atol: 0 });
    expect(model.trainableWeights).toHaveLength(2);
    expect(model.nonTrainableWeights).toHaveLength(2);
  });

  test('asks to compile again when what is trainable has changed', async () => {
    const model = new Sequential([new Dense({ units: 3, inputShape: [2] }), new Dense({ units: 1 })], { name: 's' });
    model.compile({ optimizer: 'sgd', loss: 'mse' });
    await model.fit(x, sums, { verbose: 0 });
    (model.layers[0] as Layer).trainable = false;
    await expect(model.fit(x, sums, { verbose: 0 })).rejects.toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Sequential 's': the trainable weights must be those of when the model was compiled. Received: 2 trainable weights instead of 4. Call compile() again after setting \`trainable\` or changing layers.]`,
    );
    model.compile({ optimizer: 'sgd', loss: 'mse' });
    await model.fit(x, sums, { verbose: 0 });
  });
});

describe('what is wrong', () => {
  const compiled = () => {
    const model = new Sequential([new Dense({ units: 10, inputShape: [2] })], { name: 's' });
    model.compile({ optimizer: 'sgd', loss: new losses.SparseCategoricalCrossentropy({ fromLogits: true }) });
    return model;
  };
  const fitWith = (inputs: unknown, targets: unknown, options: object = {}) =>
    compiled().fit(inputs as never, targets as never, { verbose: 0, ...options });

  test.each([
    ['a label out of range', x, [...classes.slice(0, 11), 12], {}],
    ['NaN in the inputs', [...x.slice(0, 11), [0, Number.NaN]], classes, {}],
    ['arrays of different length', x, classes.slice(1), {}],
    ['no samples', [], [], {}],
    ['inputs that do not fit', x.map(() => [1, 2, 3]), classes, {}],
    ['ragged rows', [[1, 2], [3]], [0, 1], {}],
    ['an unknown option', x, classes, { epoch: 3 }],
    ['a batch size of 0', x, classes, { batchSize: 0 }],
    ['a bad verbosity', x, classes, { verbose: 3 }],
    ['a split that leaves nothing', x, classes, { validationSplit: 0.99 }],
    ['both kinds of weights', x, classes, { classWeight: { 0: 1 }, sampleWeight: classes }],
    ['a label out of range in the validation data', x, classes, { validationData: [x, x.map(() => 10)] }],
    ['more steps than data', x, classes, { stepsPerEpoch: 100 }],
    ['no targets', x, null, {}],
    ['a callback that is none', x, classes, { callbacks: [{}] }],
  ])('%s', async (_, inputs, targets, options) => {
    const before = tf.memory().numTensors;
    const error = await fitWith(inputs, targets, options).then(
      () => null,
      (caught: unknown) => caught as Error,
    );
    expect(TenlabError.isInstance(error)).toBe(true);
    expect(error?.message).toMatchSnapshot();
    // The model's two weights are the only tensors it may have left, with the optimizer's two and the loss's two.
    expect(tf.memory().numTensors - before).toBeLessThanOrEqual(6);
  });

  test('a loss that is no number any more, telling the step', async () => {
    const model = new Sequential([new Dense({ units: 1, inputShape: [2] })], { name: 's' });
    model.compile({ optimizer: new SGD({ learningRate: 1e30 }), loss: 'mse' });
    await expect(model.fit(x, sums, { verbose: 0, epochs: 3, batchSize: 4 })).rejects.toThrow(
      /Sequential 's', fit: the loss must stay a number. Received: NaN in epoch 1, step \d/,
    );
  });

  test('a model that is not compiled, and options of compile', () => {
    const model = new Sequential([new Dense({ units: 1, inputShape: [2] })], { name: 's' });
    expect(() => model.optimizer).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Sequential 's': the model must be compiled. Received: one without optimizer and loss. Call model.compile({ optimizer: 'adam', loss: 'mse' }) first.]`,
    );
    expect(() => model.compile({ optimizr: 'adam' } as never)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Sequential 's', compile: options out of \`optimizer\`, \`loss\`, \`lossWeights\`, \`metrics\`, \`weightedMetrics\`, \`runEagerly\`, \`stepsPerExecution\`, \`jitCompile\`, \`autoScaleLoss\`. Received: \`optimizr\`. Did you mean \`optimizer\`?]`,
    );
    expect(() => model.compile({ optimizer: 'adamm' })).toThrow(/'Adam'/);
    expect(() => model.compile({ metrics: 'accuracy' as never })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: compile: \`metrics\` must be a list, or a record by output name. Received: 'accuracy'. Put it into a list: ['accuracy'].]`,
    );
    expect(() => model.getLayer('dens')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Sequential 's': a layer must be asked for by its name or index. Received: 'dens'. Did you mean 'dense'?]`,
    );
  });

  test('weights of another number or shape, with nothing changed', () => {
    const model = new Sequential([new Dense({ units: 1, inputShape: [2], kernelInitializer: 'ones' })], { name: 's' });
    expect(() => model.setWeights([tf.zeros([2, 1])])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Sequential 's': there must be 2 tensors. Received: 1 tensors. Give one tensor for each of \`weights\`, in that order.]`,
    );
    expect(() => model.setWeights([tf.zeros([2, 1]), tf.zeros([2])])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Weight 's/dense/bias': the value must have shape [1]. Received: shape [2]. Give a tensor of exactly that shape; reshape it if its elements are in the same order.]`,
    );
    expectClose((model.weights[0] as Weight).read(), [[1], [1]]);
  });
});

describe('memory', () => {
  test('is given back by fit, evaluate, predict and dispose', async () => {
    await expectNoLeak(async () => {
      const model = twoByTwo();
      model.compile({
        optimizer: 'adam',
        loss: ['mse', new losses.SparseCategoricalCrossentropy({ fromLogits: true })],
        metrics: [['mae'], ['accuracy']],
      });
      await model.fit([x, x], [sums, classes], { epochs: 2, batchSize: 5, validationSplit: 0.25, verbose: 0 });
      await model.evaluate([x, x], [sums, classes], { verbose: 0 });
      tf.dispose(await model.predict([x, x], { verbose: 0 }));
      await model.trainOnBatch([x, x], [sums, classes]);
      await model.testOnBatch([x, x], [sums, classes]);
      tf.dispose(await model.predictOnBatch([x, x]));
      model.dispose();
      return [];
    });
  });

  test('stays flat over many steps, with dropout and masks', async () => {
    const model = new Sequential([
      new Embedding({ inputDim: 9, outputDim: 3, maskZero: true, inputShape: [4] }),
      new GlobalAveragePooling1D(),
      new Dropout({ rate: 0.5 }),
      new Dense({ units: 1, activation: 'sigmoid' }),
    ]);
    model.compile({ optimizer: 'adam', loss: 'binary_crossentropy', metrics: ['accuracy'] });
    const ids = { data: Int32Array.from({ length: 80 }, (_, i) => i % 9), shape: [20, 4] };
    const yes = Array.from({ length: 20 }, (_, i) => [i % 2]);
    await model.fit(ids, yes, { verbose: 0 });
    const before = tf.memory();
    await model.fit(ids, yes, { epochs: 10, batchSize: 3, verbose: 0 });
    expect(tf.memory().numTensors).toBe(before.numTensors);
    expect(tf.memory().numBytes).toBe(before.numBytes);
  });
});
