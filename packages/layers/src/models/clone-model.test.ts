import { TenlabError, useBackend } from '@tenlab/core';
import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, test } from 'vitest';
import golden from '../../golden/architectures.json';
import clones from '../../golden/clones.json';
import {
  type CallOptions,
  type Config,
  clearSession,
  cloneModel,
  Dense,
  Dropout,
  Embedding,
  GlobalAveragePooling1D,
  Input,
  type KerasTensor,
  Layer,
  Model,
  metrics,
  modelFromJSON,
  Sequential,
  SGD,
} from '../index';

beforeEach(async () => {
  await useBackend('cpu');
  clearSession();
});

/** Doubles; a class that nobody has registered. */
class Twice extends Layer {
  static override readonly className: string = 'Twice';
  override call(inputs: tf.Tensor): tf.Tensor {
    return tf.mul(inputs, 2);
  }
  override computeOutputShape(shape: (number | null)[]) {
    return shape;
  }
}

function shared(): Model {
  const [a, b] = [Input({ shape: [2], name: 'a' }), Input({ shape: [2], name: 'b' })];
  const tower = new Dense({ units: 3, name: 'tower' });
  const both = new Twice({ name: 'twice' }).apply(tower.apply(a));
  return new Model({ inputs: { b, a }, outputs: [both, tower.apply(b)], name: 'shared' });
}

/** A model whose inside only its class knows. */
class Net extends Model {
  static override readonly className: string = 'Net';
  readonly units: number;
  readonly dense: Dense;
  constructor({ units, ...options }: { units: number; name?: string }) {
    super(options, ['units']);
    this.units = units;
    this.dense = new Dense({ units });
  }
  override call(inputs: tf.Tensor, _: CallOptions): tf.Tensor {
    return this.dense.apply(inputs);
  }
  override getConfig(): Config {
    return { ...super.getConfig(), units: this.units };
  }
}

describe('cloneModel', () => {
  test.each(Object.keys(clones.models) as (keyof typeof clones.models)[])('copies %s as Keras does', (name) => {
    const model = modelFromJSON(golden.models[name].json as never);
    const copy = cloneModel(model);
    expect(JSON.parse(copy.toJSON())).toEqual(clones.models[name].json);
    expect(copy.weights.map(({ path }) => path)).toEqual(clones.models[name].paths);
    expect(copy.weights.some((weight) => model.weights.includes(weight))).toBe(false);
  });

  test('computes the same once it has the same weights', () => {
    const model = shared();
    const copy = cloneModel(model);
    const data = { a: tf.tensor2d([[1, 2]]), b: tf.tensor2d([[3, -4]]) };
    const outputs = () => [model, copy].map((each) => each.apply<tf.Tensor[]>(data).map((y) => y.arraySync()));
    const [first, second] = outputs();
    expect(second).not.toEqual(first);
    copy.setWeights(model.getWeights());
    const [again, same] = outputs();
    expect(again).toEqual(first);
    expect(same).toEqual(first);
    expect(copy.getLayer('tower').inboundNodes).toHaveLength(2);
  });

  test('leaves the model as it was', () => {
    const model = shared();
    const before = model.toJSON();
    cloneModel(model);
    expect(model.toJSON()).toBe(before);
  });

  test('is compiled as the model was, with nothing in common', async () => {
    const model = new Sequential([new Dense({ units: 1, inputShape: [2], kernelInitializer: 'ones' })]);
    const myLoss = (yTrue: tf.Tensor, yPred: tf.Tensor) => tf.mean(tf.squaredDifference(yTrue, yPred), -1);
    model.compile({
      optimizer: new SGD({ learningRate: 0.125 }),
      loss: myLoss,
      metrics: [new metrics.MeanAbsoluteError({ name: 'off' })],
    });
    const copy = cloneModel(model);
    const data = [[[1, 2]], [[0]]] as const;
    const each = await copy.fit(data[0] as never, data[1] as never, { verbose: 0 });
    expect(each.history).toEqual({ loss: [9], off: [3] });
    expect(copy.optimizer.learningRate).toBe(0.125);
    expectClose(model.weights[0]?.read() as tf.Tensor, [[1], [1]]);
    copy.dispose();
    expect((await model.fit(data[0] as never, data[1] as never, { verbose: 0 })).history).toEqual(each.history);
  });

  test('keeps what is frozen frozen', () => {
    const model = shared();
    model.getLayer('tower').trainable = false;
    expect(cloneModel(model).trainableWeights).toEqual([]);
    const frozen = shared();
    frozen.trainable = false;
    expect(cloneModel(frozen).trainable).toBe(false);
  });

  test('changes layers by `cloneFunction`, and shares those it returns', () => {
    const model = new Sequential([new Dense({ units: 3, inputShape: [2] }), new Dropout({ rate: 0.1 })]);
    const copy = cloneModel(model, {
      cloneFunction: (layer) => (layer instanceof Dropout ? new Dropout({ rate: 0.5 }) : layer),
    });
    expect(copy.layers[0]).toBe(model.layers[0]);
    expect((copy.layers[1] as Dropout).rate).toBe(0.5);
  });

  test('adds layers by `callFunction`', () => {
    const copy = cloneModel(shared(), {
      callFunction: (layer, inputs, options) => {
        const outputs = layer.apply<KerasTensor>(inputs, options);
        return layer instanceof Dense ? new Dropout({ rate: 0.5 }).apply(outputs) : outputs;
      },
    });
    expect(copy.layers.map(({ name }) => name)).toEqual(['a', 'tower', 'b', 'dropout', 'twice', 'dropout_1']);
  });

  test('stands on other inputs', () => {
    const start = Input({ shape: [2], batchSize: 5 });
    const [a, b] = [new Twice().apply(start), Input({ shape: [2] })];
    const copy = cloneModel(shared(), { inputTensors: { a, b } });
    expect(copy.inputs.map(({ shape }) => shape)).toEqual([
      [5, 2],
      [null, 2],
    ]);
    const stack = cloneModel(new Sequential([new Dense({ units: 3, inputShape: [2] })]), {
      inputTensors: Input({ shape: [2], batchSize: 4 }),
    });
    expect(stack.inputShape).toEqual([4, 2]);
  });

  test('copies models inside as a whole, or layer by layer with `recursive`', () => {
    const inner = shared();
    const [a, b] = [Input({ shape: [2] }), Input({ shape: [2] })];
    const model = new Model({ inputs: [a, b], outputs: inner.apply<KerasTensor[]>({ a, b }) });
    const seen: string[] = [];
    const cloneFunction = (layer: Layer) => {
      seen.push(layer.name);
      return (layer.constructor as unknown as { fromConfig(config: Config): Layer }).fromConfig(layer.getConfig());
    };
    cloneModel(model, { cloneFunction });
    expect(seen).toEqual(['shared']);
    seen.length = 0;
    const copy = cloneModel(model, { cloneFunction, recursive: true });
    expect(seen).toEqual(['tower', 'twice']);
    expect(copy.getLayer('shared').weights).toHaveLength(2);
    expect(copy.weights.some((weight) => model.weights.includes(weight))).toBe(false);
  });

  test('passes masks on', () => {
    const ids = Input({ shape: [3], dtype: 'int32' });
    const vectors = new Embedding({ inputDim: 5, outputDim: 1, maskZero: true }).apply(ids);
    const copy = cloneModel(new Model({ inputs: ids, outputs: new GlobalAveragePooling1D().apply(vectors) }));
    copy.setWeights([tf.tensor2d([[9], [1], [2], [3], [4]])]);
    expectClose(copy.apply(tf.tensor2d([[1, 3, 0]], [1, 3], 'int32')), [[2]]);
  });

  test('makes a subclass from its config', () => {
    const model = new Net({ units: 4, name: 'net' });
    model.apply(tf.zeros([1, 2]));
    const copy = cloneModel(model) as Net;
    expect(copy).toBeInstanceOf(Net);
    expect([copy.units, copy.name]).toEqual([4, 'net']);
    expect(() => cloneModel(model, { cloneFunction: (layer) => layer })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Net 'net', cloneModel: a model that \`cloneFunction\` can be used with. Received: a Net. It is for functional models and stacks. Write the change into the class.]`,
    );
  });

  test('keeps the class of a functional model, unless that makes its graph itself', () => {
    class Plain extends Model {
      static override readonly className: string = 'Plain';
    }
    const x = Input({ shape: [2] });
    const outputs = new Dense({ units: 1 }).apply(x);
    expect(cloneModel(new Plain({ inputs: x, outputs }))).toBeInstanceOf(Plain);
    class Fixed extends Model {
      static override readonly className: string = 'Fixed';
      constructor() {
        const input = Input({ shape: [2] });
        super({ inputs: input, outputs: new Dense({ units: 1, name: 'first' }).apply(input) });
      }
    }
    const changed = cloneModel(new Fixed(), { cloneFunction: () => new Dense({ units: 7, name: 'second' }) });
    expect(changed.layers.at(-1)?.name).toBe('second');
  });

  test('refuses what does not suit', () => {
    const stack = new Sequential([new Dense({ units: 3, inputShape: [2] })], { name: 's' });
    const model = shared();
    const [a, b] = [Input({ shape: [2] }), Input({ shape: [3] })];
    const messages = [
      () => cloneModel(new Dense({ units: 1, name: 'd' }) as never),
      () => cloneModel(stack, { cloneFn: null } as never),
      () => cloneModel(stack, { callFunction: (layer, inputs) => layer.apply(inputs) }),
      () => cloneModel(stack, { inputTensors: [a, b] }),
      () => cloneModel(stack, { cloneFunction: (() => null) as never }),
      () => cloneModel(model, { inputTensors: [a, b] }),
      () => cloneModel(model, { inputTensors: { a, b } }),
      () => cloneModel(model, { inputTensors: { a, b: tf.zeros([1, 2]) } as never }),
    ].map((attempt) => {
      try {
        attempt();
      } catch (error) {
        return TenlabError.isInstance(error) ? error.message : error;
      }
      return 'nothing was thrown';
    });
    expect(messages).toMatchInlineSnapshot(`
      [
        "cloneModel: a model. Received: an object of class Dense. For one layer: \`deserializeLayer(serializeObject(layer))\`.",
        "Sequential 's', cloneModel: options out of \`inputTensors\`, \`cloneFunction\`, \`callFunction\`, \`recursive\`. Received: \`cloneFn\`. Remove it or check its spelling.",
        "Sequential 's', cloneModel: a model that \`callFunction\` can be used with. Received: a Sequential. A stack only lists its layers. Put the new layers into the list instead.",
        "Sequential 's', cloneModel: \`inputTensors\` must be symbolic tensors that fit the inputs of the model. Received: 2 tensors. Give one: a stack has one input.",
        "cloneModel: \`cloneFunction\` must return a layer. Received: null. Return the layer that takes the place of 'dense', or 'dense' itself to share it.",
        "Model 'shared', cloneModel: \`inputTensors\` must be symbolic tensors that fit the inputs of the model. Received: [*,*]. Give the form of the model's inputs, {a:*,b:*}, with a tensor for each *.",
        "Model 'shared', cloneModel: \`inputTensors\` must be symbolic tensors that fit the inputs of the model. Received: shape (None, 3) for 'b'. Give a tensor of shape (None, 2).",
        "Model 'shared', cloneModel: \`inputTensors\` must be symbolic tensors that fit the inputs of the model. Received: something else. Make inputs with \`Input({ shape })\`.",
      ]
    `);
  });

  test('leaves nothing but the weights of the copy', async () => {
    const model = shared();
    model.compile({ optimizer: 'adam', loss: 'mse' });
    await expectNoLeak(() => {
      cloneModel(model).dispose();
      return [];
    });
  });
});
