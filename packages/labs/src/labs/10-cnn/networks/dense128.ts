import { Dense, Flatten, Model } from '@tenlab/layers';
import type * as tf from '@tensorflow/tfjs-core';

/** The yardstick: lab 2's network, which sees a row of numbers where the others see a picture. */
export class Dense128 extends Model {
  static override readonly className: string = 'Dense128';
  readonly flatten = new Flatten();
  readonly hidden = new Dense({ units: 128, activation: 'relu' });
  readonly classes = new Dense({ units: 10 });

  override call(images: tf.Tensor): tf.Tensor {
    return this.classes.apply(this.hidden.apply(this.flatten.apply(images)));
  }
}
