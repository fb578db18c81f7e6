import * as tf from '@tensorflow/tfjs-core';
import { Initializer } from '../../initializers/initializer';

/**
 * The bias of an LSTM's four gates, of which the second, that of the forget gate, begins at 1: what a cell holds is kept until
 * it learns to forget. Jozefowicz et al. 2015. Keras: `unit_forget_bias`.
 */
export class ForgetBias extends Initializer {
  static readonly className: string = 'ForgetBias';
  readonly #others: Initializer;

  /** `others` gives the bias of the other gates. */
  constructor(others: Initializer) {
    super();
    this.#others = others;
  }

  override initialize(shape: number[], dtype: tf.DataType = 'float32'): tf.Tensor {
    const units = (shape[0] as number) / 4;
    return tf.tidy(() =>
      tf.concat([
        this.#others.initialize([units], dtype),
        tf.ones([units], dtype),
        this.#others.initialize([units * 2], dtype),
      ]),
    );
  }
}
