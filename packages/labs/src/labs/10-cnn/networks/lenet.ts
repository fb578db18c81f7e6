import { Conv2D, Dense, Flatten, MaxPooling2D, Model } from '@tenlab/layers';
import type * as tf from '@tensorflow/tfjs-core';
import { convolution } from './convolution';

/**
 * LeNet-5 (1998), with ReLU and maxima where it had sigmoids and means: convolution and pooling in turn, then dense layers. All
 * networks after it are variations.
 */
export class LeNet extends Model {
  static override readonly className: string = 'LeNet';
  readonly first = convolution(6, 5);
  readonly firstPool = new MaxPooling2D();
  readonly second = new Conv2D({ filters: 16, kernelSize: 5, activation: 'relu' });
  readonly secondPool = new MaxPooling2D();
  readonly flatten = new Flatten();
  readonly hidden = new Dense({ units: 120, activation: 'relu' });
  readonly secondHidden = new Dense({ units: 84, activation: 'relu' });
  readonly classes = new Dense({ units: 10 });

  override call(images: tf.Tensor): tf.Tensor {
    let x = this.firstPool.apply(this.first.apply(images));
    x = this.secondPool.apply(this.second.apply(x));
    x = this.secondHidden.apply(this.hidden.apply(this.flatten.apply(x)));
    return this.classes.apply(x);
  }
}
