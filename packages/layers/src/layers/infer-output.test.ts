import { useBackend } from '@tenlab/core';
import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  Bidirectional,
  type CallOptions,
  Conv2D,
  Dense,
  Flatten,
  GRU,
  Input,
  type KerasTensor,
  Layer,
  LSTM,
  Model,
  Sequential,
  type Shape,
} from '../index';

beforeAll(async () => {
  await useBackend('cpu');
});

/** Says nothing of its shapes. */
class Own extends Layer {
  static override readonly className: string = 'Own';
  override call(inputs: tf.Tensor) {
    return { twice: tf.concat([inputs, inputs], -1), sum: tf.sum(inputs, -1), kind: tf.argMax(inputs, -1) };
  }
}

describe('a layer without computeOutputShape', () => {
  test('has its shapes found by calling it', async () => {
    const outputs = new Own().apply<Record<string, KerasTensor>>(Input({ shape: [5, 4] }));
    expect(outputs.twice?.shape).toEqual([null, 5, 8]);
    expect(outputs.sum?.shape).toEqual([null, 5]);
    expect(outputs.kind?.dtype).toBe('int32');
    const unknown = new Own().apply<Record<string, KerasTensor>>(Input({ shape: [null, 4] }));
    expect(unknown.twice?.shape).toEqual([null, null, 8]);
    await expectNoLeak(() => {
      new Own().apply(Input({ shape: [5, 4] }));
      return [];
    });
  });

  test("may be a model of one's own inside another", () => {
    class Inner extends Model {
      static override readonly className: string = 'Inner';
      readonly dense = new Dense({ units: 3 });
      override call(inputs: tf.Tensor, _options: CallOptions) {
        return this.dense.apply(inputs);
      }
    }
    const model = new Sequential([new Flatten({ inputShape: [2, 2] }), new Inner(), new Dense({ units: 1 })]);
    expect(model.outputShape).toEqual([null, 1]);
    expect(model.countParams()).toBe(15 + 4);
  });
});

describe('a class of layers that tells its output shape', () => {
  class Wrap extends Layer {
    static override readonly className: string = 'Wrap';
    readonly inner: Layer;
    constructor(inner: Layer) {
      super();
      this.inner = inner;
    }
    override call(inputs: tf.Tensor): tf.Tensor {
      return this.inner.apply(inputs);
    }
    override computeOutputShape(shape: Shape): Shape {
      return this.inner.computeOutputShape(shape) as Shape;
    }
  }

  test('has the weights of the layers inside once it is called on symbolic tensors', () => {
    const layer = new Wrap(new Dense({ units: 2 }));
    const before = tf.memory().numTensors;
    layer.apply(Input({ shape: [3] }));
    expect(layer.weights.map(({ shape }) => shape)).toEqual([[3, 2], [2]]);
    expect(tf.memory().numTensors - before).toBe(2);
  });

  test('waits for data where zeros of a guessed length do not suit', () => {
    const layer = new Wrap(new Conv2D({ filters: 2, kernelSize: 5 }));
    const before = tf.memory().numTensors;
    expect((layer.apply(Input({ shape: [null, null, 1] })) as KerasTensor).shape).toEqual([null, null, null, 2]);
    tf.tidy(() => void layer.apply(tf.zeros([1, 6, 6, 1])));
    expect(layer.weights).toHaveLength(2);
    expect(tf.memory().numTensors - before).toBe(2);
  });
});

test('a stateful layer inside is not bound to the batch of zeros, and begins with zeros', () => {
  class Carries extends Model {
    static override readonly className: string = 'Carries';
    readonly rnn = new Bidirectional({
      layer: new GRU({ units: 2, stateful: true, biasInitializer: 'ones' }),
    });
    override call(inputs: tf.Tensor, _options: CallOptions) {
      return this.rnn.apply(inputs);
    }
  }
  const carries = new Carries();
  expect(carries.apply(Input({ shape: [3, 1] })).shape).toEqual([null, 4]);
  expect(carries.rnn.forwardLayer.states).toBeNull();
  const x = tf.ones([5, 3, 1]);
  const first = carries.apply(x);
  const second = carries.apply(x);
  carries.rnn.resetStates();
  expect([...carries.apply(x).dataSync()]).toEqual([...first.dataSync()]);
  expect([...second.dataSync()]).not.toEqual([...first.dataSync()]);
});

test('a batch that is known is the one a stateful layer inside has', () => {
  class Carries extends Model {
    static override readonly className: string = 'CarriesFour';
    readonly rnn = new LSTM({ units: 2, stateful: true, biasInitializer: 'ones' });
    override call(inputs: tf.Tensor, _options: CallOptions) {
      return this.rnn.apply(inputs);
    }
  }
  const carries = new Carries();
  expect(carries.apply(Input({ batchShape: [4, 3, 1] })).shape).toEqual([4, 2]);
  const first = carries.apply(tf.ones([4, 3, 1]));
  carries.rnn.resetStates();
  expect([...carries.apply(tf.ones([4, 3, 1])).dataSync()]).toEqual([...first.dataSync()]);
});
