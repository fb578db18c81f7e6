import type { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { type Factor, type Range, readFactor } from './factor';
import { RandomMoveLayer, type RandomMoveOptions } from './random-move-layer';
import { drawUniform } from './random-values';

export interface RandomRotationOptions extends RandomMoveOptions {
  /** The range of turns, as parts of a full one; above 0 is counter-clockwise. One number stands for both directions. */
  factor: Factor;
}

/**
 * In training turns each image around its middle by a random angle.
 *
 * `out(x, y) = image(cx + (x - cx) cos - (y - cy) sin, cy + (x - cx) sin + (y - cy) cos)`
 *
 * Images `[batch, height, width, channels]` or without the batch; the shape stays. Throws on factors beyond -1 to 1.
 * Keras class: `keras.layers.RandomRotation`.
 *
 * @example
 * const layer = new RandomRotation({ factor: [0.25, 0.25] }); // a quarter turn for every image
 * layer.apply(tf.tensor4d([1, 2, 3, 4], [1, 2, 2, 1]), { training: true }).dataSync(); // about [2, 4, 1, 3]
 */
export class RandomRotation extends RandomMoveLayer<{ angle: tf.Tensor }> {
  static override readonly className: string = 'RandomRotation';
  readonly factor: Range;

  constructor(options: RandomRotationOptions) {
    super(options, ['factor']);
    this.factor = readFactor(this.place, 'factor', options.factor, [-1, 1]);
  }

  /** The angle of each image in degrees, `[batch]`. */
  protected override draw(images: tf.Tensor, generator: SeedGenerator): { angle: tf.Tensor } {
    const [from, to] = this.factor;
    return { angle: drawUniform(generator, [images.shape[0] as number], [from * 360, to * 360]) };
  }

  protected override matrix({ angle }: { angle: tf.Tensor }, height: number, width: number): tf.Tensor {
    const radians = tf.mul(tf.reshape(angle, [-1, 1]), Math.PI / 180);
    const [cos, sin] = [tf.cos(radians), tf.sin(radians)];
    const [cx, cy] = [(width - 1) / 2, (height - 1) / 2];
    // The middle stays: a2 = cx - cx cos + cy sin, b2 = cy - cx sin - cy cos.
    const a2 = tf.sub(tf.add(tf.mul(sin, cy), cx), tf.mul(cos, cx));
    const b2 = tf.sub(tf.sub(cy, tf.mul(sin, cx)), tf.mul(cos, cy));
    return tf.concat([cos, tf.neg(sin), a2, sin, cos, b2], 1);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), factor: this.factor };
  }
}
