import { type GradCheckOptions, gradCheck } from '@tenlab/core';
// tfjs-core alone has no gradients.
import '@tenlab/backend-wasm/gradients';
import type * as tf from '@tensorflow/tfjs-core';

/**
 * Asserts that tfjs's gradient of `fn` agrees with central finite differences at `inputs`, for every element of every input:
 * `gradCheck` as an assertion.
 *
 * @throws when a derivative differs, naming input, element and both values
 */
export function checkGradient(
  fn: (...inputs: tf.Tensor[]) => tf.Tensor,
  inputs: readonly tf.Tensor[],
  options: GradCheckOptions = {},
): void {
  const report = gradCheck(fn, inputs, options);
  if (!report.passed) throw new Error(String(report));
}
