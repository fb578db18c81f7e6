import {
  Equal,
  engine,
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
import { BackendError } from '../errors';

/** A yes or no does not change with small changes of what is asked about: its gradient is 0. */
function withoutGradient(
  kernelName: string,
  names: readonly string[],
  check?: (saved: Tensor[], name: string) => void,
): GradConfig {
  return {
    kernelName,
    inputsToSave: [...names],
    gradFunc: (_dy, saved: Tensor[]) =>
      Object.fromEntries(
        names.map((name, i) => [
          name,
          () => {
            check?.(saved, name);
            return zeros(saved[i]!.shape);
          },
        ]),
      ),
  };
}

/** Refuses to differentiate with respect to a tensor of bools itself, as opposed to what the bools were made from. */
function refuseBools(saved: Tensor[], name: string): void {
  const tape = engine().state.activeTape ?? [];
  const input = tape.find((node) => node.saved === saved)?.inputs[name];
  if (!input || tape.some(({ outputs }) => outputs.some(({ id }) => id === input.id))) return;
  throw new BackendError({
    code: 'no-gradient',
    place: 'tf.grad',
    expected: 'a gradient must be asked for with respect to numbers',
    received: `a tensor of type ${input.dtype}`,
    remedy: 'Differentiate with respect to the numbers that the bools are made from.',
  });
}

/**
 * The gradients of comparisons and of logic: none, as numbers, so that what depends on their answer can be differentiated:
 * `tf.where(tf.greater(x, 0), x, tf.mul(x, 0.1))`.
 */
export const comparisonGradients: readonly GradConfig[] = [
  ...[Equal, NotEqual, Greater, GreaterEqual, Less, LessEqual].map((name) => withoutGradient(name, ['a', 'b'])),
  ...[LogicalAnd, LogicalOr].map((name) => withoutGradient(name, ['a', 'b'], refuseBools)),
  withoutGradient(LogicalNot, ['x'], refuseBools),
];
