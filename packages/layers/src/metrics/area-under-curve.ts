import * as tf from '@tensorflow/tfjs-core';
import { type CurveState, share } from './confusion-curve';

/** Which two rates a curve is drawn of. */
export type Curve = 'ROC' | 'PR' | 'PRGAIN';

/** The height of the area between two points: their mean, the greater or the smaller. */
export type CurveSummation = 'interpolation' | 'majoring' | 'minoring';

/**
 * The area under a curve in pieces, one between each two thresholds; their sum is the area.
 *
 * A piece is `(x_i - x_{i+1}) · height(y_i, y_{i+1})`. Between two points of a precision-recall curve the true positives
 * rise in a straight line with the predicted positives, so there the interpolated piece has a logarithm in it
 * (Davis & Goadrich 2006).
 */
export function areaUnderCurve(state: CurveState, curve: Curve, summation: CurveSummation): tf.Tensor {
  if (curve === 'PR' && summation === 'interpolation') return precisionRecallPieces(state);
  const { x, y } = pointsOf(state, curve);
  const [first, second] = ends(y);
  const [right, left] = ends(x);
  return tf.mul(tf.sub(right, left), heightOf(first, second, summation));
}

function heightOf(a: tf.Tensor, b: tf.Tensor, summation: CurveSummation): tf.Tensor {
  if (summation === 'interpolation') return tf.div(tf.add(a, b), 2);
  return summation === 'minoring' ? tf.minimum(a, b) : tf.maximum(a, b);
}

function pointsOf(state: CurveState, curve: Curve): { x: tf.Tensor; y: tf.Tensor } {
  const { truePositives, falsePositives, trueNegatives, falseNegatives } = state;
  const recall = share(truePositives, falseNegatives);
  if (curve === 'ROC') return { x: share(falsePositives, trueNegatives), y: recall };
  if (curve === 'PR') return { x: recall, y: share(truePositives, falsePositives) };
  const positives = tf.add(truePositives.read(), falseNegatives.read());
  const odds = tf.divNoNan(positives, tf.add(trueNegatives.read(), falsePositives.read()));
  const gain = (errors: tf.Tensor) => tf.sub(1, tf.mul(odds, tf.divNoNan(errors, truePositives.read())));
  // Without a true positive the gains have no end: recall counts as lost, precision as full.
  const isNone = tf.equal(truePositives.read(), 0);
  const recallGain = tf.where(isNone, tf.zerosLike(recall), gain(falseNegatives.read()));
  const precisionGain = tf.where(isNone, tf.onesLike(recall), gain(falsePositives.read()));
  return { x: tf.relu(recallGain), y: precisionGain };
}

function precisionRecallPieces({ truePositives, falsePositives, falseNegatives }: CurveState): tf.Tensor {
  const [tp, tpNext] = ends(truePositives.read());
  const [p, pNext] = ends(tf.add(truePositives.read(), falsePositives.read()));
  const rise = tf.sub(tp, tpNext);
  const slope = tf.divNoNan(rise, tf.relu(tf.sub(p, pNext)));
  const intercept = tf.sub(tpNext, tf.mul(slope, pNext));
  const isCurved = tf.logicalAnd(tf.greater(p, 0), tf.greater(pNext, 0));
  const ratio = tf.where(isCurved, tf.divNoNan(p, pNext), tf.onesLike(p));
  const area = tf.mul(slope, tf.add(rise, tf.mul(intercept, tf.log(ratio))));
  const [, positives] = ends(tf.add(truePositives.read(), falseNegatives.read()));
  return tf.divNoNan(area, tf.relu(positives));
}

/** All points but the last, and all but the first. */
function ends(values: tf.Tensor): [tf.Tensor, tf.Tensor] {
  const count = values.shape[0]! - 1;
  const rest = new Array<number>(values.rank - 1).fill(0);
  const size = [count, ...values.shape.slice(1)];
  return [tf.slice(values, [0, ...rest], size), tf.slice(values, [1, ...rest], size)];
}
