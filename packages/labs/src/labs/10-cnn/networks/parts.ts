import { type CallOptions, Dense, Dropout, Flatten, MaxPooling2D, Model } from '@tenlab/layers';
import type * as tf from '@tensorflow/tfjs-core';
import { convolution } from './convolution';

/** The course's network from parts: two wide convolutions, a wide dense layer, and dropout, without which it learns by heart. */
export class Parts extends Model {
  static override readonly className: string = 'Parts';
  readonly first = convolution(32, 5);
  readonly firstPool = new MaxPooling2D();
  readonly second = convolution(64, 5);
  readonly secondPool = new MaxPooling2D();
  readonly flatten = new Flatten();
  readonly hidden = new Dense({ units: 1024, activation: 'relu' });
  readonly dropout = new Dropout({ rate: 0.4 });
  readonly classes = new Dense({ units: 10 });

  override call(images: tf.Tensor, { training }: CallOptions): tf.Tensor {
    let x = this.firstPool.apply(this.first.apply(images));
    x = this.secondPool.apply(this.second.apply(x));
    x = this.hidden.apply(this.flatten.apply(x));
    return this.classes.apply(this.dropout.apply(x, { training }));
  }
}
