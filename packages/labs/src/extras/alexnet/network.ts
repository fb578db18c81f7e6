import { scope } from '@tenlab/core';
import { Adam, type CallOptions, Conv2D, Dense, Dropout, Flatten, MaxPooling2D, Model } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';

const convolution = (filters: number) => new Conv2D({ filters, kernelSize: 3, padding: 'same', activation: 'relu' });
const pooling = () => new MaxPooling2D({ poolSize: 2, strides: 2, padding: 'same' });
const dense = (units: number) => new Dense({ units, activation: 'relu' });
const dropout = () => new Dropout({ rate: 0.4 });

/**
 * AlexNet after Krizhevsky et al. 2012, for pictures of 28 x 28: five convolutions, three poolings, three dense layers with dropout
 * after each, and the answer. 27,672,714 parameters, nine tenths of them in the dense layers.
 *
 * As a class: what it is made of are its fields, and `call` says how a picture goes through them.
 */
export class AlexNet extends Model {
  static override readonly className: string = 'AlexNet';
  readonly features = [
    convolution(16),
    pooling(),
    convolution(32),
    pooling(),
    convolution(64),
    convolution(128),
    convolution(256),
    pooling(),
    new Flatten(),
  ];
  readonly decision = [dense(4096), dropout(), dense(2048), dropout(), dense(1024), dropout()];
  readonly answer = new Dense({ units: 10, activation: 'softmax' });

  override call(inputs: tf.Tensor, { training }: CallOptions): tf.Tensor {
    let x = inputs;
    for (const layer of [...this.features, ...this.decision]) x = layer.apply(x, { training }) as tf.Tensor;
    return this.answer.apply(x) as tf.Tensor;
  }
}

/** A fifth of Adam's usual one in the first epoch, less later: twice 4,096 inputs of a unit add up. */
export const firstRate = 2e-4;

/** The network, with weights, compiled. */
export function alexNet(): AlexNet {
  const model = new AlexNet();
  model.compile({
    optimizer: new Adam({ learningRate: firstRate }),
    loss: 'categorical_crossentropy',
    metrics: ['accuracy'],
  });
  // A class has weights once a picture has gone through it.
  tf.dispose(scope(() => model.apply(tf.zeros([1, 28, 28, 1])) as tf.Tensor));
  return model;
}
