import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { formatShape, type Shape } from '../../graph/shape';
import { type Config, type ConfigObject, isConfigObject } from '../../registry/config';
import { deserializeLayer } from '../../serialization/deserialize';
import { serializeObject } from '../../serialization/serialize-object';
import { expectMask } from '../expect-mask';
import { type CallOptions, Layer, type LayerOptions } from '../layer';

export interface TimeDistributedOptions extends LayerOptions {
  /** What is applied to each step. */
  layer: Layer | ConfigObject;
}

/**
 * Applies a layer to each step of a sequence on its own, with the same weights: `output[:, t] = layer(input[:, t])`.
 *
 * Shapes: `[batch, steps, …]` to `[batch, steps, …]`, the rest as the layer makes it. Throws on inputs with fewer than 3 axes
 * and on a mask of another batch or other steps. Keras class: `keras.layers.TimeDistributed`.
 *
 * @example
 * const layer = new TimeDistributed({ layer: new Dense({ units: 8 }) });
 * layer.apply(tf.zeros([2, 5, 3])).shape; // [2, 5, 8]
 */
export class TimeDistributed extends Layer {
  static override readonly className: string = 'TimeDistributed';
  static override readonly takesMask: boolean = true;
  readonly layer: Layer;

  constructor(options: TimeDistributedOptions) {
    super(options, ['layer']);
    const { layer } = options;
    const made = layer instanceof Layer ? layer : isConfigObject(layer) ? deserializeLayer(layer) : layer;
    if (!(made instanceof Layer)) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: this.place,
        expected: '`layer` must be a layer',
        received: layer,
        remedy: 'Pass for example new Dense({ units: 8 }).',
      });
    }
    this.layer = made;
    this.supportsMasking = true;
    this.inputSpec = { minNdim: 3 };
  }

  override build(inputShape: Shape): void {
    if (!this.layer.built) this.layer.build(stepShape(inputShape));
  }

  override call(inputs: tf.Tensor, { mask, training }: CallOptions): tf.Tensor {
    const given = mask instanceof tf.Tensor ? mask : null;
    // A mask may be of sequences within the steps: it then has more axes.
    const axes = Math.min(Math.max(2, given?.rank ?? 0), inputs.rank - 1);
    if (given) expectMask(this.place, 'mask', given, inputs.shape.slice(0, axes));
    const { takesMask } = this.layer.constructor as typeof Layer;
    const masks = given && takesMask ? tf.unstack(given, 1) : null;
    const outputs = tf.unstack(inputs, 1).map((step, index) => {
      // Called as it is, not by `apply`: masks and regularizers of a step are not those of the sequence.
      return this.layer.call(step, { training, mask: (masks?.[index] ?? null) as tf.Tensor }) as tf.Tensor;
    });
    return tf.stack(outputs, 1);
  }

  override computeOutputShape(inputShape: Shape): Shape {
    if (inputShape.length < 3) this.#fail('the input must have at least 3 axes', inputShape);
    const [batch = null, ...rest] = this.layer.computeOutputShape(stepShape(inputShape)) as Shape;
    return [batch, inputShape[1] ?? null, ...rest];
  }

  override getConfig(): Config {
    return { ...super.getConfig(), layer: serializeObject(this.layer) };
  }

  #fail(expected: string, shape: Shape): never {
    throw new TenlabError({
      code: 'invalid-shape',
      place: this.place,
      expected,
      received: inWords(`shape ${formatShape(shape)}`),
      remedy: 'The first axis is the batch, the second the steps.',
    });
  }
}

function stepShape([batch = null, , ...rest]: Shape): Shape {
  return [batch, ...rest];
}
