import { Bidirectional, Dense, Input, type Layer, LSTM, Model, Normalization, Sequential } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { smallModel } from '../../testing/models';
import { kerasGraph } from './keras-graph';
import { modelVariables } from './model-variables';
import { decodeObjectGraph, encodeObjectGraph } from './object-graph';
import { optimizerVariables } from './optimizer-variables';

const keysOf = (model: Model) => [...kerasGraph(model).tensors.keys()].map((key) => key.replace(/\/\.ATTR.*/, ''));

it('names weights as tf-keras does', () => {
  expect(keysOf(smallModel())).toEqual([
    'layer_with_weights-0/kernel',
    'layer_with_weights-0/bias',
    'layer_with_weights-1/gamma',
    'layer_with_weights-1/beta',
    'layer_with_weights-1/moving_mean',
    'layer_with_weights-1/moving_variance',
    'layer_with_weights-2/kernel',
    'layer_with_weights-2/bias',
  ]);
});

it('goes into cells, wrappers and models within models', () => {
  const inner = new Sequential([new Dense({ units: 2, inputShape: [4] })]);
  const input = Input({ shape: [3, 2] });
  const hidden = new Bidirectional({ layer: new LSTM({ units: 2 }) }).apply(input);
  const model = new Model({ inputs: input, outputs: inner.apply(hidden) });
  expect(keysOf(model)).toEqual([
    'layer_with_weights-0/forward_layer/cell/kernel',
    'layer_with_weights-0/forward_layer/cell/recurrent_kernel',
    'layer_with_weights-0/forward_layer/cell/bias',
    'layer_with_weights-0/backward_layer/cell/kernel',
    'layer_with_weights-0/backward_layer/cell/recurrent_kernel',
    'layer_with_weights-0/backward_layer/cell/bias',
    'layer_with_weights-1/layer_with_weights-0/kernel',
    'layer_with_weights-1/layer_with_weights-0/bias',
  ]);
});

it('names the attributes of a class, and the places in its lists', () => {
  class Net extends Model {
    blocks: Layer[] = [new Dense({ units: 2 }), new Dense({ units: 2 })];
    lastLayer = new Dense({ units: 1 });
    override call(x: tf.Tensor): tf.Tensor {
      return [...this.blocks, this.lastLayer].reduce<tf.Tensor>((value, layer) => layer.apply(value), x);
    }
  }
  const net = new Net();
  tf.tidy(() => net.apply(tf.zeros([1, 3])));
  expect(keysOf(net)).toEqual([
    'blocks/0/kernel',
    'blocks/0/bias',
    'blocks/1/kernel',
    'blocks/1/bias',
    'last_layer/kernel',
    'last_layer/bias',
  ]);
  net.dispose();
});

it('writes the count of a normalization as tf-keras has it', () => {
  const model = new Sequential([new Normalization({ inputShape: [2] })]);
  const { tensors } = kerasGraph(model);
  expect(tensors.get('layer_with_weights-0/count/.ATTRIBUTES/VARIABLE_VALUE')).toMatchObject({ dtype: 'int64' });
});

it('makes a graph in which its own weights are found, in order', () => {
  const model = smallModel();
  const { graph } = kerasGraph(model);
  expect(modelVariables(decodeObjectGraph(encodeObjectGraph(graph), 'a')).map(({ fullName }) => fullName)).toEqual(
    model.weights.map(({ path }) => path),
  );
});

it('has the optimizer of a compiled model, its learning rate apart from the numbered variables', () => {
  const model = smallModel();
  model.compile({ optimizer: 'adam', loss: 'mse' });
  model.optimizer.build(model.trainableWeights);
  const keys = keysOf(model).filter((key) => key.startsWith('optimizer/'));
  const slots = Array.from(
    { length: 2 * model.trainableWeights.length },
    (_, index) => `optimizer/_variables/${index + 1}`,
  );
  expect(keys).toEqual(['optimizer/_iterations', 'optimizer/_learning_rate', ...slots]);
  const { graph, tensors } = kerasGraph(model);
  expect(tensors.get('optimizer/_iterations/.ATTRIBUTES/VARIABLE_VALUE')).toMatchObject({ dtype: 'int64', shape: [] });
  const { variables, learningRate } = optimizerVariables(graph)!;
  expect(variables).toHaveLength(1 + slots.length);
  expect(learningRate?.fullName).toBe('learning_rate');
  expect(modelVariables(graph)).toHaveLength(model.weights.length);
});
