import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { softmax } from '../../activations/index';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { asFloat } from '../as-float';
import { type CallOptions, Layer, type LayerOptions } from '../layer';

export interface SoftmaxOptions extends LayerOptions {
  /** The axis, or axes together, over which the outputs add up to 1. Default -1. */
  axis?: number | readonly number[];
}

/** What a masked score is replaced by: far below any other, but not infinite. */
const MASKED = -1e9;

/**
 * `exp(x) / Σ exp(x)` along an axis; positions that the mask leaves out get 0.
 *
 * Keras class: `keras.layers.Softmax`.
 *
 * @example
 * new Softmax().apply(tf.tensor2d([[0, Math.log(3)]])).arraySync(); // [[0.25, 0.75]]
 */
export class Softmax extends Layer {
  static override readonly className: string = 'Softmax';
  static override readonly takesMask: boolean = true;
  readonly axis: number | readonly number[];

  constructor(options: SoftmaxOptions = {}) {
    super(options, ['axis']);
    this.axis = options.axis ?? -1;
    this.supportsMasking = true;
    this.markBuilt();
  }

  override call(inputs: tf.Tensor, { mask }: CallOptions): tf.Tensor {
    const scores = asFloat(inputs);
    if (!mask) return this.#softmax(scores);
    const kept = tf.cast(mask as tf.Tensor, 'bool');
    this.#expectFit(kept.shape, scores.shape);
    const outputs = this.#softmax(tf.where(kept, scores, tf.fill(scores.shape, MASKED)));
    return tf.where(kept, outputs, tf.zerosLike(outputs));
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return inputShape;
  }

  override getConfig(): Config {
    return { ...super.getConfig(), axis: this.axis };
  }

  #expectFit(mask: readonly number[], scores: readonly number[]): void {
    const offset = scores.length - mask.length;
    if (offset >= 0 && mask.every((length, axis) => length === 1 || length === scores[axis + offset])) return;
    throw new TenlabError({
      code: 'invalid-shape',
      place: this.place,
      expected: `the mask must fit the inputs [${scores.join(', ')}], axis by axis from the last, with lengths equal or 1`,
      received: inWords(`a mask [${mask.join(', ')}]`),
      remedy: 'Add axes of length 1 to it with tf.expandDims, and pass it as `mask`.',
    });
  }

  #softmax(scores: tf.Tensor): tf.Tensor {
    const { axis } = this;
    if (typeof axis === 'number') return softmax(scores, { axis });
    if (axis.length === 1) return softmax(scores, { axis: axis[0] });
    return tf.exp(tf.sub(scores, tf.logSumExp(scores, [...axis], true)));
  }
}
