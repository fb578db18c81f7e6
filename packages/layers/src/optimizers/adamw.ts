import { Adam, type AdamOptions } from './adam';

/**
 * Adam with decoupled weight decay: before each step `w <- w - weightDecay · learningRate · w`.
 *
 * Defaults: learningRate 0.001, weightDecay 0.004. Loshchilov & Hutter 2017, arXiv:1711.05101. Keras class:
 * `keras.optimizers.AdamW`.
 *
 * @example
 * const weight = new Weight({ name: 'w', shape: [], value: tf.scalar(1) });
 * new AdamW({ learningRate: 0.1, weightDecay: 0.5 }).apply([tf.scalar(2)], [weight]);
 * weight.read().dataSync()[0]; // 0.85
 */
export class AdamW extends Adam {
  static override readonly className: string = 'AdamW';

  constructor(options: AdamOptions = {}) {
    super({ ...options, weightDecay: options.weightDecay ?? 0.004 });
  }
}
