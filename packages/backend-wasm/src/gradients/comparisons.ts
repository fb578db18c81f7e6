import {
  Equal,
  type GradConfig,
  Greater,
  GreaterEqual,
  Less,
  LessEqual,
  LogicalAnd,
  LogicalNot,
  LogicalOr,
  NotEqual,
  type Tensor,
  zeros,
} from '@tensorflow/tfjs-core';

/** A yes or no does not change with small changes of what is asked about: its gradient is 0. */
function withoutGradient(kernelName: string, names: readonly string[]): GradConfig {
  return {
    kernelName,
    inputsToSave: [...names],
    gradFunc: (_dy, saved: Tensor[]) =>
      Object.fromEntries(names.map((name, i) => [name, () => zeros(saved[i]!.shape)])),
  };
}

/**
 * The gradients of comparisons and of logic: none, as numbers, so that what depends on their answer can be differentiated:
 * `tf.where(tf.greater(x, 0), x, tf.mul(x, 0.1))`.
 */
export const comparisonGradients: readonly GradConfig[] = [
  ...[Equal, NotEqual, Greater, GreaterEqual, Less, LessEqual, LogicalAnd, LogicalOr].map((name) =>
    withoutGradient(name, ['a', 'b']),
  ),
  withoutGradient(LogicalNot, ['x']),
];
