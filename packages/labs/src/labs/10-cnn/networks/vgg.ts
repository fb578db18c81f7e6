import { Dense, Flatten, Layer, MaxPooling2D, Model } from '@tenlab/layers';
import type * as tf from '@tensorflow/tfjs-core';
import { convolution } from './convolution';

/** Two convolutions of 3 x 3, which see 5 x 5 together with fewer weights than one of that size, and pooling. */
export class VggBlock extends Layer {
  static override readonly className: string = 'VggBlock';
  readonly first: Layer;
  readonly second: Layer;
  readonly pool = new MaxPooling2D();

  constructor({ filters }: { filters: number }) {
    super();
    this.first = convolution(filters);
    this.second = convolution(filters);
  }

  override call(x: tf.Tensor): tf.Tensor {
    return this.pool.apply(this.second.apply(this.first.apply(x) as tf.Tensor) as tf.Tensor);
  }
}

/** VGG (2014) in small: nothing but blocks of 3 x 3, each with twice the filters on a quarter of the places. */
export class Vgg extends Model {
  static override readonly className: string = 'Vgg';
  readonly blocks = [16, 32, 64].map((filters) => new VggBlock({ filters }));
  readonly flatten = new Flatten();
  readonly hidden = new Dense({ units: 128, activation: 'relu' });
  readonly classes = new Dense({ units: 10 });

  override call(images: tf.Tensor): tf.Tensor {
    let x = images;
    for (const block of this.blocks) x = block.apply(x) as tf.Tensor;
    return this.classes.apply(this.hidden.apply(this.flatten.apply(x)));
  }
}
