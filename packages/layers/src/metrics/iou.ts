import { TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { EPSILON } from '../losses/probabilities';
import { asFloat } from '../losses/reduce-weighted-values';
import type { Config } from '../registry/config';
import { expectNumber, positiveInteger } from '../registry/options';
import type { Weight } from '../weight';
import { Metric, type MetricArguments, type MetricOptions } from './metric';

export interface MeanIoUOptions extends MetricOptions {
  numClasses: number;
  /** A class whose pixels are left out. Default null: none. */
  ignoreClass?: number | null;
  /** Whether targets are class numbers rather than one-hot. Default true. */
  sparseYTrue?: boolean;
  /** Whether predictions are class numbers rather than scores. Default true. */
  sparseYPred?: boolean;
  /** The axis of the classes, where there is one. Default -1. */
  axis?: number;
}

export interface IoUOptions extends MeanIoUOptions {
  /** The classes whose mean is taken. */
  targetClassIds: readonly number[];
}

const OWN_OPTIONS = ['numClasses', 'targetClassIds', 'ignoreClass', 'sparseYTrue', 'sparseYPred', 'axis'];

/**
 * Overlap of regions, `intersection / union = TP / (TP + FP + FN)`, as the mean over some classes; absent ones do not count.
 *
 * Weights are taken as whole numbers, as in Keras. Keras class: `keras.metrics.IoU`.
 *
 * @example
 * const metric = new IoU({ numClasses: 2, targetClassIds: [0] });
 * metric.updateState(tf.tensor1d([0, 0, 1, 1], 'int32'), tf.tensor1d([0, 1, 0, 1], 'int32'));
 * metric.result().dataSync()[0]; // 0.3333
 */
export class IoU extends Metric {
  static readonly className: string = 'IoU';
  readonly numClasses: number;
  readonly targetClassIds: readonly number[];
  readonly ignoreClass: number | null;
  readonly sparseYTrue: boolean;
  readonly sparseYPred: boolean;
  readonly axis: number;
  readonly #matrix: Weight;

  constructor(options: IoUOptions, ownOptions: readonly string[] = OWN_OPTIONS) {
    super(options, ownOptions);
    this.numClasses = options.numClasses;
    this.targetClassIds = [...options.targetClassIds];
    this.ignoreClass = options.ignoreClass ?? null;
    this.sparseYTrue = options.sparseYTrue ?? true;
    this.sparseYPred = options.sparseYPred ?? true;
    this.axis = options.axis ?? -1;
    expectNumber(this.name, 'numClasses', this.numClasses, positiveInteger);
    const wrong = this.targetClassIds.find((id) => !(id >= 0 && id < this.numClasses));
    if (wrong !== undefined) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: this.name,
        expected: `\`targetClassIds\` must be from 0 to ${this.numClasses - 1}`,
        received: wrong,
        remedy: 'Raise `numClasses` or leave the class out.',
      });
    }
    const shape = [this.numClasses, this.numClasses];
    this.#matrix = this.addVariable({ name: 'total_confusion_matrix', shape, dtype: 'int32' });
  }

  /** Keras counts in int64; the counts here are int32. */
  override get dtype(): string {
    return 'int64';
  }

  override updateState(yTrue: tf.Tensor, yPred: tf.Tensor, { sampleWeight = null }: MetricArguments = {}): void {
    tf.tidy(() => {
      const targets = classesOf(yTrue, this.sparseYTrue, this.axis);
      const predictions = classesOf(yPred, this.sparseYPred, this.axis);
      let rows = this.#oneHot(targets);
      if (this.ignoreClass !== null) {
        rows = tf.mul(rows, tf.expandDims(asFloat(tf.notEqual(targets, this.ignoreClass)), 1));
      }
      if (sampleWeight) {
        const weights = tf.reshape(asFloat(tf.cast(sampleWeight, 'int32')), [-1]);
        rows = tf.mul(rows, tf.expandDims(tf.broadcastTo(weights, targets.shape), 1));
      }
      const matrix = tf.matMul(rows as tf.Tensor2D, this.#oneHot(predictions) as tf.Tensor2D, true);
      this.#matrix.assignAdd(tf.cast(matrix, 'int32'));
    });
  }

  /** A class outside the range has no 1, so its pixels do not count. */
  #oneHot(classes: tf.Tensor): tf.Tensor {
    return tf.oneHot(classes as tf.Tensor1D, this.numClasses, 1, 0, 'float32');
  }

  override result(): tf.Tensor {
    return tf.tidy(() => {
      const matrix = asFloat(this.#matrix.read());
      const intersections = tf.sum(tf.mul(matrix, tf.eye(this.numClasses)), 0);
      const unions = tf.sub(tf.add(tf.sum(matrix, 0), tf.sum(matrix, 1)), intersections);
      const ids = tf.tensor1d([...this.targetClassIds], 'int32');
      const union = tf.gather(unions, ids);
      const isPresent = asFloat(tf.greater(union, 1e-9));
      const overlaps = tf.mul(tf.div(tf.gather(intersections, ids), tf.add(union, EPSILON)), isPresent);
      return tf.div(tf.sum(overlaps), tf.add(tf.sum(isPresent), EPSILON));
    });
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      num_classes: this.numClasses,
      target_class_ids: this.targetClassIds,
      ignore_class: this.ignoreClass,
      sparse_y_true: this.sparseYTrue,
      sparse_y_pred: this.sparseYPred,
      axis: this.axis,
    };
  }
}

function classesOf(values: tf.Tensor, sparse: boolean, axis: number): tf.Tensor {
  const classes = sparse ? tf.cast(values, 'int32') : tf.argMax(values, axis < 0 ? axis + values.rank : axis);
  return tf.reshape(classes, [-1]);
}
