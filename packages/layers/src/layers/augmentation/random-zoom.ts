import type { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { type Factor, type Range, readFactor } from './factor';
import { RandomMoveLayer, type RandomMoveOptions } from './random-move-layer';
import { drawUniform } from './random-values';

export interface RandomZoomOptions extends RandomMoveOptions {
  /** The range of zooms in height, as parts of it: above 0 zooms out, below 0 in. */
  heightFactor: Factor;
  /** The range in width. Default: as the height, so that the image keeps its ratio. */
  widthFactor?: Factor | null;
}

interface Zoom {
  heightZoom: tf.Tensor;
  widthZoom: tf.Tensor;
}

/**
 * In training zooms each image in or out around its middle: `out(x, y) = image(cx + zx (x - cx), cy + zy (y - cy))`.
 *
 * Images `[batch, height, width, channels]` or without the batch; the shape stays. Throws on factors beyond -1 to 1.
 * Keras class: `keras.layers.RandomZoom`.
 *
 * @example
 * const layer = new RandomZoom({ heightFactor: [-0.5, -0.5], interpolation: 'nearest' }); // twice as large
 * layer.apply(tf.tensor4d([1, 2, 3, 4], [1, 1, 4, 1]), { training: true }).dataSync(); // [2, 2, 3, 3]
 */
export class RandomZoom extends RandomMoveLayer<Zoom> {
  static override readonly className: string = 'RandomZoom';
  readonly heightFactor: Factor;
  readonly widthFactor: Factor | null;
  readonly #height: Range;
  readonly #width: Range | null;

  constructor(options: RandomZoomOptions) {
    super(options, ['heightFactor', 'widthFactor']);
    this.heightFactor = options.heightFactor;
    this.widthFactor = options.widthFactor ?? null;
    this.#height = readFactor(this.place, 'heightFactor', this.heightFactor, [-1, 1]);
    this.#width = this.widthFactor === null ? null : readFactor(this.place, 'widthFactor', this.widthFactor, [-1, 1]);
  }

  /** How many pixels of each image become one, `[batch, 1]` each. */
  protected override draw(images: tf.Tensor, generator: SeedGenerator): Zoom {
    const zoom = ([from, to]: Range) => drawUniform(generator, [images.shape[0] as number, 1], [1 + from, 1 + to]);
    const heightZoom = zoom(this.#height);
    return { heightZoom, widthZoom: this.#width ? zoom(this.#width) : heightZoom };
  }

  protected override matrix({ heightZoom, widthZoom }: Zoom, height: number, width: number): tf.Tensor {
    const zero = tf.zerosLike(widthZoom);
    const a2 = tf.mul(tf.sub(1, widthZoom), (width - 1) / 2);
    const b2 = tf.mul(tf.sub(1, heightZoom), (height - 1) / 2);
    return tf.concat([widthZoom, zero, a2, zero, heightZoom, b2], 1);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), height_factor: this.heightFactor, width_factor: this.widthFactor };
  }
}
