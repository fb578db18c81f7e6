import { TenlabError, useBackend } from '@tenlab/core';
import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clearSession } from '../graph/naming';
import type { Shape } from '../graph/shape';
import type { Weight } from '../weight';
import { Dense, Dropout } from './index';
import { type CallOptions, Layer, type LayerOptions } from './layer';

beforeAll(async () => {
  await useBackend('cpu');
});

beforeEach(() => {
  clearSession();
});

/** The layer of the documentation. */
class Scale extends Layer {
  static override readonly className: string = 'Scale';
  declare factor: Weight;

  constructor(options: LayerOptions = {}) {
    super(options);
  }
  override build(inputShape: Shape): void {
    this.factor = this.addWeight({ name: 'factor', shape: [inputShape.at(-1) as number], initializer: 'ones' });
    this.addWeight({ name: 'count', shape: [], initializer: 'zeros', trainable: false });
    this.addWeight({ name: 'late', shape: [2], regularizer: 'l1' });
  }
  override call(inputs: tf.Tensor): tf.Tensor {
    return tf.mul(inputs, this.factor.read());
  }
  override computeOutputShape(inputShape: Shape): Shape {
    return inputShape;
  }
}

/** Holds layers in several ways. */
class Block extends Layer {
  static override readonly className: string = 'Block';
  readonly first = new Dense({ units: 2 });
  readonly more = { list: [new Dense({ units: 2 }), new Scale()] };

  override call(inputs: tf.Tensor): tf.Tensor {
    return [this.first, ...this.more.list].reduce<tf.Tensor>((x, layer) => layer.apply(x), inputs);
  }
}

describe("a layer of one's own", () => {
  test('prints what the documentation says', () => {
    expectClose(new Scale().apply(tf.tensor2d([[1, 2]])), [[1, 2]]);
  });

  test('is named and numbered after its class', () => {
    expect([new Scale().name, new Scale().name, new Scale({ name: 'mine' }).name]).toEqual([
      'scale',
      'scale_1',
      'mine',
    ]);
  });

  test('is built once, by its first call, with its name in the paths', () => {
    const layer = new Scale();
    expect([layer.built, layer.weights]).toEqual([false, []]);
    layer.apply(tf.ones([1, 2]));
    const { factor } = layer;
    layer.apply(tf.ones([3, 2]));
    expect(layer.factor).toBe(factor);
    expect(layer.weights.map(({ path }) => path)).toEqual(['scale/factor', 'scale/late', 'scale/count']);
    expect(layer.getBuildConfig()).toEqual({ input_shape: [1, 2] });
  });

  test('gives its weights in the order of Keras: trainable first', () => {
    const layer = new Scale();
    layer.build([null, 2]);
    expect(layer.trainableWeights.map(({ name }) => name)).toEqual(['factor', 'late']);
    expect(layer.nonTrainableWeights.map(({ name }) => name)).toEqual(['count']);
    layer.trainable = false;
    expect(layer.trainableWeights).toEqual([]);
    expect(layer.nonTrainableWeights).toHaveLength(3);
    expect(new Scale({ trainable: false }).trainable).toBe(false);
  });

  test('knows the layers in it, wherever they are kept', () => {
    const block = new Block();
    expect(block.flattenLayers().map(({ name }) => name)).toEqual(['block', 'dense', 'dense_1', 'scale']);
    block.apply(tf.ones([1, 3]));
    expect(block.weights.map(({ path }) => path)).toEqual([
      'block/dense/kernel',
      'block/dense/bias',
      'block/dense_1/kernel',
      'block/dense_1/bias',
      'block/scale/factor',
      'block/scale/late',
      'block/scale/count',
    ]);
    block.trainable = false;
    expect(block.first.trainable).toBe(false);
    expect(block.countParams()).toBe(8 + 6 + 5);
  });

  test('tells layers in it whether this is training', () => {
    class Outer extends Layer {
      static override readonly className: string = 'Outer';
      readonly drop = new Dropout({ rate: 1 });
      override call(inputs: tf.Tensor, _options: CallOptions): tf.Tensor {
        return this.drop.apply(inputs);
      }
    }
    const outer = new Outer();
    expectClose(outer.apply(tf.ones([2]), { training: true }), [0, 0]);
    expectClose(outer.apply(tf.ones([2])), [1, 1]);
  });

  test('collects losses of one call, and penalties of weights', () => {
    const layer = new Scale({ activityRegularizer: { class_name: 'L2', config: { l2: 1 } } });
    layer.build([null, 2]);
    layer.setWeights([tf.ones([2]), tf.tensor1d([3, -4]), tf.scalar(0)]);
    for (let call = 0; call < 2; call++) {
      layer.apply(
        tf.tensor2d([
          [1, 2],
          [3, 4],
        ]),
      );
      const [activity, penalty] = layer.losses.map((loss) => loss.dataSync()[0]);
      expect(activity).toBeCloseTo(30 / 2, 5);
      expect(penalty).toBeCloseTo(0.01 * 7, 5);
      expect(layer.losses).toHaveLength(2);
    }
  });

  test('copies weights out and in', () => {
    const layer = new Scale();
    layer.build([null, 2]);
    const copies = layer.getWeights();
    layer.factor.assign(tf.tensor1d([5, 6]));
    expectClose(copies[0] as tf.Tensor, [1, 1]);
    layer.setWeights(copies);
    expectClose(layer.factor.read(), [1, 1]);
  });

  test('is made again from its config', () => {
    const layer = new Scale({ name: 'mine', trainable: false });
    expect(layer.getConfig()).toEqual({
      name: 'mine',
      trainable: false,
      dtype: { module: 'keras', class_name: 'DTypePolicy', config: { name: 'float32' }, registered_name: null },
    });
    const copy = Scale.fromConfig(layer.getConfig());
    expect(copy).toBeInstanceOf(Scale);
    expect([copy.name, copy.trainable]).toEqual(['mine', false]);
  });

  test('leaves nothing when it is disposed, nor when building fails', async () => {
    const x = tf.ones([1, 2]);
    await expectNoLeak(() => {
      const layer = new Block();
      const output = layer.apply(x);
      layer.dispose();
      return output;
    });
    class Fails extends Scale {
      override build(inputShape: Shape): void {
        super.build(inputShape);
        throw new Error('no');
      }
    }
    await expectNoLeak(() => {
      expect(() => new Fails().apply(x)).toThrow('no');
      return [];
    });
  });
});

describe('what a layer refuses', () => {
  test('is said in three parts', () => {
    expect(() => new Scale({ nam: 'x' } as never)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Scale 'scale': options out of \`name\`, \`trainable\`, \`dtype\`, \`activityRegularizer\`, \`inputShape\`. Received: \`nam\`. Did you mean \`name\`?]`,
    );
    expect(() => new Scale().apply([1, 2] as never)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Scale 'scale_1': the inputs must be one tensor, or a list or record of tensors. Received: 1. Make a tensor first, for example tf.tensor(values).]`,
    );
    expect(() => new Scale().apply([])).toThrow(TenlabError);
    expect(() => new Scale().apply(tf.ones([1, 2]), { trainig: true } as never)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Scale 'scale_3', call: options out of \`training\`, \`mask\`. Received: \`trainig\`. Did you mean \`training\`?]`,
    );
    expect(() => new Scale().build([null, null])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Scale 'scale_4': the shape of weight 'factor' must be known. Received: [null]. Give the model an input whose channels (and, where the layer needs it, other axes) are known.]`,
    );
    expect(() => new Scale().countParams()).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Scale 'scale_5': the layer must be built. Received: one that has no weights yet. Call it on data, or call \`build(inputShape)\`.]`,
    );
    expect(() => new Dense({ units: 1 }).apply([tf.ones([1, 1]), tf.ones([1, 1])])).toThrow(/there must be 1 input/);
    expect(() => Dense.fromConfig({ units: 1, quantization_config: { mode: 'int8' } })).toThrow(
      /must not be quantized/,
    );
  });
});
