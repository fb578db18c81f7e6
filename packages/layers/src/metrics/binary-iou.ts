import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectKnownOptions } from '../registry/options';
import { IoU } from './iou';
import type { MetricArguments, MetricOptions } from './metric';

export interface BinaryIoUOptions extends MetricOptions {
  /** The classes whose mean is taken. Default both. */
  targetClassIds?: readonly number[];
  /** From where on, inclusive, a prediction means 1. Default 0.5. */
  threshold?: number;
}

/**
 * `IoU` of two classes, told from one prediction per pixel by a threshold.
 *
 * Keras class: `keras.metrics.BinaryIoU`.
 *
 * @example
 * const metric = new BinaryIoU({ threshold: 0.3 });
 * metric.updateState(tf.tensor1d([0, 1, 0, 1]), tf.tensor1d([0.1, 0.2, 0.4, 0.7]));
 * metric.result().dataSync()[0]; // 0.3333
 */
export class BinaryIoU extends IoU {
  static override readonly className: string = 'BinaryIoU';
  readonly threshold: number;

  constructor(options: BinaryIoUOptions = {}) {
    expectKnownOptions('BinaryIoU', options, ['targetClassIds', 'threshold', 'name', 'dtype']);
    const { targetClassIds = [0, 1], threshold = 0.5, ...rest } = options;
    super({ ...rest, numClasses: 2, targetClassIds });
    this.threshold = threshold;
  }

  override updateState(yTrue: tf.Tensor, yPred: tf.Tensor, options: MetricArguments = {}): void {
    tf.tidy(() => super.updateState(yTrue, tf.greaterEqual(yPred, this.threshold), options));
  }

  override getConfig(): Config {
    return {
      target_class_ids: this.targetClassIds,
      threshold: this.threshold,
      name: this.name,
      dtype: this.dtype,
    };
  }
}
