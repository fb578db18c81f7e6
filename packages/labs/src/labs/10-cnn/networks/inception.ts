import {
  BatchNormalization,
  type CallOptions,
  Concatenate,
  Dense,
  GlobalAveragePooling2D,
  Layer,
  MaxPooling2D,
  Model,
} from '@tenlab/layers';
import type * as tf from '@tensorflow/tfjs-core';
import { convolution } from './convolution';

/**
 * Four ways through the same input, side by side: 1 x 1, 3 x 3, 5 x 5, and pooling. Convolutions of 1 x 1 before the large ones make
 * them cheap. What each finds stands behind the other in the channels.
 */
export class InceptionBlock extends Layer {
  static override readonly className: string = 'InceptionBlock';
  readonly ways: Layer[][];
  readonly join = new Concatenate();
  // As in the second version (2015): without it so few steps do not suffice.
  readonly normalization = new BatchNormalization({ momentum: 0.9 });

  /** `width` is the number of channels that each of the four ways gives. */
  constructor({ width }: { width: number }) {
    super();
    this.ways = [
      [convolution(width, 1)],
      [convolution(width, 1), convolution(width, 3)],
      [convolution(width / 2, 1), convolution(width, 5)],
      [new MaxPooling2D({ poolSize: 3, strides: 1, padding: 'same' }), convolution(width, 1)],
    ];
  }

  override call(x: tf.Tensor, { training }: CallOptions): tf.Tensor {
    const found = this.ways.map((layers) => layers.reduce((from, layer) => layer.apply(from) as tf.Tensor, x));
    return this.normalization.apply(this.join.apply(found), { training });
  }
}

/** GoogLeNet (2014) in small: three blocks, and means over all places where others have large dense layers. */
export class Inception extends Model {
  static override readonly className: string = 'Inception';
  readonly stem = convolution(16);
  readonly stemPool = new MaxPooling2D();
  readonly first = new InceptionBlock({ width: 12 });
  readonly pool = new MaxPooling2D();
  readonly second = new InceptionBlock({ width: 24 });
  readonly third = new InceptionBlock({ width: 32 });
  readonly mean = new GlobalAveragePooling2D();
  readonly classes = new Dense({ units: 10 });

  override call(images: tf.Tensor, { training }: CallOptions): tf.Tensor {
    let x = this.stemPool.apply(this.stem.apply(images) as tf.Tensor);
    x = this.pool.apply(this.first.apply(x, { training }) as tf.Tensor);
    x = this.second.apply(x, { training }) as tf.Tensor;
    return this.classes.apply(this.mean.apply(this.third.apply(x, { training }) as tf.Tensor));
  }
}
