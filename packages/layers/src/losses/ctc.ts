import { TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { withGradient } from '../activations/with-gradient';
import { Loss, type LossOptions } from './loss';

/** Stands for the logarithm of 0: its exponential is 0, yet no NaN comes of it. */
const IMPOSSIBLE = -1e30;

/**
 * `-log P(labels | logits)`, summed over all ways to spread the labels over time with blanks between.
 *
 * Labels are from 1; 0 is the blank and pads the end of a row. With the labels spread to `blank, l₁, blank, l₂, …, blank`,
 * `alpha_t(s) = log(exp alpha_{t-1}(s) + exp alpha_{t-1}(s-1) + [may skip] exp alpha_{t-1}(s-2)) + log p_t(s)`,
 * and the loss is `-log Σ exp alpha_T` over the last two states. The gradient is `softmax(logits)` less the share of
 * time spent on each label, from the same recursion run backwards.
 * Shapes: `[batch, labels]` and `[batch, time, classes]` to `[batch]`. Graves et al. 2006. Keras: `keras.losses.ctc`.
 *
 * @example
 * ctc(tf.tensor2d([[1]], [1, 1], 'int32'), tf.zeros([1, 2, 2])).arraySync(); // [0.2877], which is -log(3/4)
 */
export function ctc(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
  expectRanks(yTrue, yPred);
  const labels = tf.cast(yTrue, 'int32') as tf.Tensor2D;
  const states = statesOf(labels, yPred.shape[2]!);
  return withGradient(
    yPred,
    (logits) => {
      const probabilities = tf.softmax(logits);
      const emissions = tf.unstack(tf.matMul(tf.logSoftmax(logits) as tf.Tensor3D, states.oneHot, false, true), 1);
      const forward = forwardPass(emissions, states);
      const likelihood = tf.logSumExp(tf.add(forward.at(-1)!, states.end), -1);
      const saved = [probabilities, likelihood, states.oneHot, states.skip, states.end, ...emissions, ...forward];
      return { value: tf.neg(likelihood), saved: saved as readonly tf.Tensor[] };
    },
    (upstream, [probabilities, likelihood, oneHot, skip, end, ...rows]) => {
      const emissions = rows.slice(0, rows.length / 2);
      const forward = rows.slice(rows.length / 2);
      const backward = backwardPass(emissions, skip!, end!);
      const total = tf.expandDims(likelihood!, -1);
      const shares = forward.map((alpha, t) => tf.exp(tf.sub(tf.add(alpha, backward[t]!), total)));
      const perLabel = tf.matMul(tf.stack(shares, 1) as tf.Tensor3D, oneHot as tf.Tensor3D);
      return tf.mul(tf.sub(probabilities!, perLabel), tf.reshape(upstream, [-1, 1, 1]));
    },
  );
}

interface States {
  /** Which class each state emits, `[batch, states, classes]`. */
  oneHot: tf.Tensor3D;
  /** 0 where a state may be reached from two before, else impossible, `[batch, states]`. */
  skip: tf.Tensor;
  /** 0 for the states a row may end in, else impossible, `[batch, states]`. */
  end: tf.Tensor;
}

/** The labels with a blank before, between and after: `2·labels + 1` states. */
function statesOf(labels: tf.Tensor2D, classes: number): States {
  const [batch, length] = labels.shape;
  const spread = tf.reshape(tf.stack([tf.zerosLike(labels), labels], 2), [batch, 2 * length]);
  const classOf = tf.pad(spread, [
    [0, 0],
    [0, 1],
  ]) as tf.Tensor2D;
  const twoBefore = tf.slice(
    tf.pad(classOf, [
      [0, 0],
      [2, 0],
    ]),
    [0, 0],
    classOf.shape,
  );
  // A blank is two from a blank, so "differs from two before" also keeps blanks from being skipped to.
  const maySkip = tf.logicalAnd(tf.notEqual(classOf, twoBefore), tf.notEqual(classOf, 0));
  const lengths = tf.sum(tf.cast(tf.notEqual(labels, 0), 'int32'), 1, true);
  const last = tf.mul(lengths, tf.scalar(2, 'int32'));
  const index = tf.expandDims(tf.range(0, 2 * length + 1, 1, 'int32'), 0);
  const isEnd = tf.logicalOr(tf.equal(index, last), tf.equal(index, tf.sub(last, tf.scalar(1, 'int32'))));
  return {
    oneHot: tf.oneHot(classOf, classes, 1, 0, 'float32') as tf.Tensor3D,
    skip: possible(maySkip),
    end: possible(isEnd),
  };
}

/** 0 where something is possible, the logarithm of 0 where not. */
function possible(condition: tf.Tensor): tf.Tensor {
  return tf.mul(tf.sub(1, tf.cast(condition, 'float32')), IMPOSSIBLE);
}

function forwardPass(emissions: readonly tf.Tensor[], { skip }: States): tf.Tensor[] {
  const states = skip.shape[1]!;
  const start = possible(tf.less(tf.range(0, states, 1, 'int32'), tf.scalar(2, 'int32')));
  const alphas = [tf.add(emissions[0]!, start)];
  for (const emission of emissions.slice(1)) {
    const alpha = alphas.at(-1)!;
    const ways = [alpha, shifted(alpha, 1), tf.add(shifted(alpha, 2), skip)];
    alphas.push(tf.add(tf.logSumExp(tf.stack(ways), 0), emission));
  }
  return alphas;
}

function backwardPass(emissions: readonly tf.Tensor[], skip: tf.Tensor, end: tf.Tensor): tf.Tensor[] {
  const betas = [end];
  for (const emission of emissions.slice(1).reverse()) {
    const next = tf.add(betas[0]!, emission);
    const ways = [next, shifted(next, -1), shifted(tf.add(next, skip), -2)];
    betas.unshift(tf.logSumExp(tf.stack(ways), 0));
  }
  return betas;
}

/** Each state gets the value of the one `by` before it; those without one get the logarithm of 0. */
function shifted(values: tf.Tensor, by: number): tf.Tensor {
  const size = values.shape[1]!;
  const count = Math.min(Math.abs(by), size);
  const [before, after] = by > 0 ? [count, 0] : [0, count];
  const padded = tf.pad(
    values,
    [
      [0, 0],
      [before, after],
    ],
    IMPOSSIBLE,
  );
  return tf.slice(padded, [0, by > 0 ? 0 : count], [-1, size]);
}

function expectRanks(yTrue: tf.Tensor, yPred: tf.Tensor): void {
  if (yTrue.rank === 2 && yPred.rank === 3) return;
  throw new TenlabError({
    code: 'invalid-shape',
    place: 'ctc',
    expected: 'labels of shape [batch, labels] and logits of shape [batch, time, classes]',
    received: { yTrue: yTrue.shape, yPred: yPred.shape },
    remedy: 'Pad label rows with 0, and give logits for each time step.',
  });
}

/**
 * Connectionist temporal classification: trains on sequences of labels without knowing when each one occurs.
 *
 * Keras class: `keras.losses.CTC`.
 *
 * @example
 * new CTC().apply(tf.tensor2d([[1]], [1, 1], 'int32'), tf.zeros([1, 2, 2])).arraySync(); // 0.2877
 */
export class CTC extends Loss {
  static readonly className: string = 'CTC';

  constructor(options: LossOptions = {}) {
    super(options, [], 'ctc');
  }

  override call(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
    return ctc(yTrue, yPred);
  }
}
