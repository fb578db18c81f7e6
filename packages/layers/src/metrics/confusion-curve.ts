import * as tf from '@tensorflow/tfjs-core';
import type { Weight } from '../weight';
import { type ConfusionOptions, confusionCounts } from './confusion-counts';
import { Metric } from './metric';

/** The four counts of a confusion matrix at each of many thresholds. */
export interface CurveState {
  truePositives: Weight;
  falsePositives: Weight;
  trueNegatives: Weight;
  falseNegatives: Weight;
}

/** Base of the metrics that look at all thresholds from 0 to 1 at once. */
export abstract class ConfusionCurve extends Metric {
  /** Makes the four counts, each of the shape. */
  protected addCounts(shape: number[]): CurveState {
    const truePositives = this.addVariable({ name: 'true_positives', shape });
    const falsePositives = this.addVariable({ name: 'false_positives', shape });
    const trueNegatives = this.addVariable({ name: 'true_negatives', shape });
    const falseNegatives = this.addVariable({ name: 'false_negatives', shape });
    return { truePositives, falsePositives, trueNegatives, falseNegatives };
  }

  /** Adds a batch to the counts. */
  protected count(state: CurveState, yTrue: tf.Tensor, yPred: tf.Tensor, options: ConfusionOptions): void {
    const counts = confusionCounts(yTrue, yPred, options);
    for (const name of ['truePositives', 'falsePositives', 'trueNegatives', 'falseNegatives'] as const) {
      state[name].assignAdd(counts[name]);
    }
  }
}

/** `part / (part + rest)`, 0 where both are 0. */
export function share(part: Weight, rest: Weight): tf.Tensor {
  return tf.divNoNan(part.read(), tf.add(part.read(), rest.read()));
}
