import '@tensorflow/tfjs-backend-cpu';
import {
  Bidirectional,
  Conv2D,
  Dense,
  Dropout,
  Embedding,
  GRU,
  Input,
  type Layer,
  LSTM,
  Model,
  MultiHeadAttention,
  Sequential,
  TimeDistributed,
} from '@tenlab/layers';
import type * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { stateGroups } from './state-groups';

const paths = (model: Model, flavour: 'keras3' | 'tfkeras' = 'keras3') =>
  stateGroups(model, flavour).map(({ path, weights }) => `${path}:${weights.length}`);

// What Keras 3.15 and tf-keras 2.21 wrote for the same models.
describe('stateGroups', () => {
  it('names groups by class and number, not by the names of layers', () => {
    const model = new Sequential([
      new Dense({ units: 2, name: 'first', inputShape: [3] }),
      new Dropout({ rate: 0.5 }),
      new Dense({ units: 1, name: 'last' }),
    ]);
    expect(paths(model)).toEqual([':0', 'layers/dense:2', 'layers/dropout:0', 'layers/dense_1:2']);
    model.dispose();
  });

  it('goes into wrappers and nested models, counting anew in each', () => {
    const inner = new Sequential([new Dense({ units: 2, inputShape: [4] })]);
    const x = Input({ shape: [3, 4] });
    const y = new TimeDistributed({ layer: inner }).apply(x);
    const z = new Bidirectional({ layer: new GRU({ units: 2 }) }).apply(y);
    const model = new Model({ inputs: x, outputs: new Dense({ units: 1 }).apply(z) });
    expect(paths(model)).toEqual([
      ':0',
      'layers/input_layer:0',
      'layers/time_distributed:0',
      'layers/time_distributed/layer:0',
      'layers/time_distributed/layer/layers/dense:2',
      'layers/bidirectional:0',
      'layers/bidirectional/backward_layer:0',
      'layers/bidirectional/backward_layer/cell:3',
      'layers/bidirectional/forward_layer:0',
      'layers/bidirectional/forward_layer/cell:3',
      'layers/dense:2',
    ]);
    model.dispose();
  });

  it('takes the attributes of a class in the order of the alphabet, Keras 2 from the last to the first', () => {
    class Net extends Model {
      conv1: Layer = new Conv2D({ filters: 1, kernelSize: 1 });
      blocks: Layer[] = [new Dense({ units: 1 }), new Dense({ units: 1 })];
      out: Layer = new Dense({ units: 1 });
      override call(inputs: tf.Tensor): tf.Tensor {
        return inputs;
      }
    }
    const model = new Net();
    expect(stateGroups(model).map(({ path }) => path)).toEqual([
      '',
      'blocks/dense',
      'blocks/dense_1',
      'conv1',
      'layers/dense_2',
    ]);
    expect(stateGroups(model, 'tfkeras').map(({ path }) => path)).toEqual([
      '',
      'out',
      'layers/conv2d',
      'layers/dense',
      'layers/dense_1',
    ]);
    model.dispose();
  });

  it('lists what is used twice once', () => {
    const dense = new Dense({ units: 3 });
    const x = Input({ shape: [3] });
    const model = new Model({ inputs: x, outputs: dense.apply(dense.apply(x)) });
    expect(paths(model)).toEqual([':0', 'layers/input_layer:0', 'layers/dense:2']);
    model.dispose();
  });

  it('knows the attributes of attention in Keras 2', () => {
    const x = Input({ shape: [4, 6] });
    const seen = new MultiHeadAttention({ numHeads: 2, keyDim: 3 }).apply(x, { value: x });
    const model = new Model({ inputs: x, outputs: seen });
    const inside = (flavour: 'keras3' | 'tfkeras') =>
      paths(model, flavour)
        .map((path) => path.split('/')[2] ?? '')
        .filter((name) => /dense/.test(name))
        .sort();
    expect(inside('keras3')).toEqual(['key_dense:2', 'output_dense:2', 'query_dense:2', 'value_dense:2']);
    expect(inside('tfkeras')).toEqual(['_key_dense:2', '_output_dense:2', '_query_dense:2', '_value_dense:2']);
    model.dispose();
  });

  it('finds the cell of a recurrent layer', () => {
    const model = new Sequential([new Embedding({ inputDim: 3, outputDim: 2 }), new LSTM({ units: 2 })]);
    model.build([null, 4]);
    expect(paths(model)).toEqual([':0', 'layers/embedding:1', 'layers/lstm:0', 'layers/lstm/cell:3']);
    model.dispose();
  });
});
