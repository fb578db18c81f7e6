import * as tf from '@tensorflow/tfjs-core';
import { asFloat } from '../as-float';
import { expectMask } from '../expect-mask';
import type { CallOptions } from '../layer';
import { BaseGlobalPooling, type BaseGlobalPoolingOptions } from './base-global-pooling';

/**
 * The mean over the steps of a sequence; steps that the mask leaves out do not count.
 *
 * Shapes: `[batch, steps, features]` to `[batch, features]`. Keras class: `keras.layers.GlobalAveragePooling1D`.
 *
 * @example
 * new GlobalAveragePooling1D().apply(tf.tensor3d([1, 2, 3], [1, 3, 1])).dataSync()[0]; // 2
 */
export class GlobalAveragePooling1D extends BaseGlobalPooling {
  static override readonly className: string = 'GlobalAveragePooling1D';
  static override readonly takesMask: boolean = true;

  constructor(options: BaseGlobalPoolingOptions = {}) {
    super(options, 1, 'average');
    this.supportsMasking = true;
  }

  override call(inputs: tf.Tensor, { mask }: CallOptions): tf.Tensor {
    if (!mask) return super.call(inputs);
    const steps = this.dataFormat === 'channels_last' ? 1 : 2;
    expectMask(this.place, 'mask', mask, [inputs.shape[0] as number, inputs.shape[steps] as number]);
    const weights = tf.expandDims(asFloat(tf.cast(mask as tf.Tensor, 'bool')), steps === 1 ? 2 : 1);
    const sum = tf.sum(tf.mul(asFloat(inputs), weights), steps, this.keepdims);
    return tf.div(sum, tf.sum(weights, steps, this.keepdims));
  }

  /** The steps are gone, and the mask with them. */
  override computeMask(): null {
    return null;
  }
}
