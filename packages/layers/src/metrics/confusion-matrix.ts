import * as tf from '@tensorflow/tfjs-core';
import { asFloat } from '../losses/reduce-weighted-values';
import type { Config } from '../registry/config';
import { expectNumber, positiveInteger } from '../registry/options';
import type { Weight } from '../weight';
import { Metric, type MetricArguments, type MetricOptions } from './metric';

export interface ConfusionMatrixOptions extends MetricOptions {
  numClasses: number;
}

/**
 * How often each class (row) was predicted as each class (column).
 *
 * Targets are class numbers `[...]` or `[..., 1]`; predictions scores `[..., classes]` or class numbers `[...]`.
 * Not a class in Keras, where `tf.math.confusion_matrix` does it for one batch.
 *
 * @example
 * const metric = new ConfusionMatrix({ numClasses: 2 });
 * metric.updateState(tf.tensor1d([0, 1, 1], 'int32'), tf.tensor2d([[0.9, 0.1], [0.8, 0.2], [0.3, 0.7]]));
 * metric.result().arraySync(); // [[1, 0], [1, 1]]
 */
export class ConfusionMatrix extends Metric {
  static readonly className: string = 'ConfusionMatrix';
  readonly numClasses: number;
  readonly #matrix: Weight;

  constructor(options: ConfusionMatrixOptions) {
    super(options, ['numClasses'], 'confusion_matrix');
    this.numClasses = options.numClasses;
    expectNumber('ConfusionMatrix', 'numClasses', this.numClasses, positiveInteger);
    this.#matrix = this.addVariable({ name: 'matrix', shape: [this.numClasses, this.numClasses] });
  }

  override updateState(yTrue: tf.Tensor, yPred: tf.Tensor, { sampleWeight = null }: MetricArguments = {}): void {
    tf.tidy(() => {
      const targets = tf.reshape(tf.cast(yTrue, 'int32'), [-1]);
      const hasScores = yPred.size === targets.size * this.numClasses && yPred.shape.at(-1) === this.numClasses;
      const predictions = tf.reshape(hasScores ? tf.argMax(yPred, -1) : tf.cast(yPred, 'int32'), [-1]);
      let rows: tf.Tensor = this.#oneHot(targets);
      if (sampleWeight) rows = tf.mul(rows, tf.reshape(asFloat(sampleWeight), [-1, 1]));
      this.#matrix.assignAdd(tf.matMul(rows as tf.Tensor2D, this.#oneHot(predictions) as tf.Tensor2D, true));
    });
  }

  #oneHot(classes: tf.Tensor): tf.Tensor {
    return tf.oneHot(classes as tf.Tensor1D, this.numClasses, 1, 0, 'float32');
  }

  override result(): tf.Tensor {
    return tf.clone(this.#matrix.read());
  }

  override getConfig(): Config {
    return { ...super.getConfig(), num_classes: this.numClasses };
  }
}
