import { useBackend } from '@tenlab/core';
import { beforeEach, describe, expect, test } from 'vitest';
import golden from '../../golden/architectures.json';
import {
  Activation,
  BatchNormalization,
  Conv2D,
  clearSession,
  Dense,
  Dropout,
  Embedding,
  Flatten,
  GlobalAveragePooling1D,
  Input,
  type KerasTensor,
  losses,
  MaxPooling2D,
  Model,
  modelFromJSON,
  Rescaling,
  Sequential,
  SGD,
} from '../index';

beforeEach(async () => {
  await useBackend('cpu');
  clearSession();
});

const makers: Record<keyof typeof golden.models, () => Model> = {
  stack() {
    const model = new Sequential([
      Input({ shape: [8, 8, 1] }),
      new Rescaling({ scale: 1 / 255 }),
      new Conv2D({ filters: 4, kernelSize: 3, activation: 'relu', kernelRegularizer: 'l2' }),
      new BatchNormalization(),
      new MaxPooling2D(),
      new Flatten(),
      new Dropout({ rate: 0.25 }),
      new Dense({ units: 3, activation: 'softmax', biasConstraint: 'non_neg' }),
    ]);
    model.compile({ optimizer: 'adam', loss: 'sparse_categorical_crossentropy', metrics: ['accuracy'] });
    return model;
  },
  unbuilt: () => new Sequential([new Dense({ units: 3 }), new Dense({ units: 4, name: 'head' })]),
  shared() {
    const a = Input({ shape: [4], name: 'a' });
    const b = Input({ shape: [4], name: 'b' });
    const tower = new Dense({ units: 3, name: 'tower' });
    const [first, second] = [tower.apply(a), tower.apply(b)];
    const value = new Dense({ units: 1, name: 'value' }).apply(first);
    const again = new Dense({ units: 3, activation: 'relu', name: 'again' });
    const kind = new Dense({ units: 2, name: 'kind' }).apply(again.apply(again.apply(second)));
    const model = new Model({ inputs: [a, b], outputs: [value, kind] });
    model.compile({
      optimizer: new SGD({ learningRate: 0.125, momentum: 0.5 }),
      loss: { value: 'mse', kind: new losses.SparseCategoricalCrossentropy({ fromLogits: true }) },
      lossWeights: { value: 1, kind: 0.5 },
      metrics: { kind: ['accuracy'] },
    });
    return model;
  },
  nested() {
    const inner = new Sequential(
      [Input({ shape: [6] }), new Dense({ units: 5, name: 'inner_dense' }), new BatchNormalization()],
      { name: 'inner' },
    );
    const y = Input({ shape: [5], name: 'y' });
    const hidden = new Dense({ units: 4 }).apply(y);
    const middle = new Model({
      inputs: y,
      outputs: new Activation({ activation: 'gelu' }).apply(hidden),
      name: 'middle',
    });
    const x = Input({ shape: [6], name: 'x' });
    return new Model({ inputs: x, outputs: middle.apply(inner.apply(x)), name: 'nested' });
  },
  masked() {
    const ids = Input({ shape: [7], dtype: 'int32', name: 'ids' });
    const vectors: KerasTensor = new Embedding({ inputDim: 20, outputDim: 4, maskZero: true }).apply(ids);
    const pooled = new GlobalAveragePooling1D().apply(vectors);
    return new Model({
      inputs: ids,
      outputs: new Dense({ units: 1, activation: 'sigmoid' }).apply(pooled),
      name: 'masked',
    });
  },
};

describe.each(Object.keys(makers) as (keyof typeof makers)[])('the model %s', (name) => {
  const keras = golden.models[name];

  test('has the config that Keras writes', () => {
    expect(JSON.parse(makers[name]().toJSON())).toEqual(keras.json);
  });

  test('has the weights of Keras, in its order', () => {
    expect(makers[name]().weights.map(({ path }) => path)).toEqual(keras.paths);
  });

  test('has the summary that Keras prints', () => {
    const model = makers[name]();
    expect(model.summary({ print: false })).toBe(keras.summary);
    expect(model.summary({ print: false, expandNested: true, showTrainable: true })).toBe(keras.summary_full);
  });

  test('is read from what Keras wrote, and written the same again', () => {
    const model = modelFromJSON(keras.json as never);
    expect(JSON.parse(model.toJSON())).toEqual(keras.json);
    expect(model.weights).toHaveLength(keras.paths.length);
  });
});
