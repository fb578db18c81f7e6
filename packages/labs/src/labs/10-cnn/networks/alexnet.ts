import { type CallOptions, Dense, Dropout, Flatten, MaxPooling2D, Model } from '@tenlab/layers';
import type * as tf from '@tensorflow/tfjs-core';
import { convolution } from './convolution';

/**
 * AlexNet (2012) in small: ReLU, pooling windows of 3 x 3 that overlap, three convolutions in a row, and dropout before each dense
 * layer. The original has eleven times the side length of image and 62 million parameters.
 */
export class AlexNet extends Model {
  static override readonly className: string = 'AlexNet';
  readonly features = [
    convolution(16),
    overlappingPool(),
    convolution(32),
    overlappingPool(),
    convolution(48),
    convolution(48),
    convolution(32),
    overlappingPool(),
  ];
  readonly flatten = new Flatten();
  readonly dropout = new Dropout({ rate: 0.25 });
  readonly hidden = new Dense({ units: 128, activation: 'relu' });
  readonly secondDropout = new Dropout({ rate: 0.25 });
  readonly secondHidden = new Dense({ units: 128, activation: 'relu' });
  readonly classes = new Dense({ units: 10 });

  override call(images: tf.Tensor, { training }: CallOptions): tf.Tensor {
    let x = images;
    for (const layer of this.features) x = layer.apply(x) as tf.Tensor;
    x = this.hidden.apply(this.dropout.apply(this.flatten.apply(x), { training }));
    return this.classes.apply(this.secondHidden.apply(this.secondDropout.apply(x, { training })));
  }
}

/** Windows of three, two apart: neighbours share a row. */
function overlappingPool(): MaxPooling2D {
  return new MaxPooling2D({ poolSize: 3, strides: 2, padding: 'same' });
}
