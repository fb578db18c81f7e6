import { engine } from '@tensorflow/tfjs-core';

/**
 * Whether a gradient is being computed inside the function of another gradient, so that it must itself be differentiable.
 *
 * tfjs loses the way from an operation's saved *output* back to its input, and a gradient made from it counts as a constant.
 * So where this is true our gradients start again from the saved input, and else they use the output, which is cheaper.
 */
export function isNested(): boolean {
  return engine().state.gradientDepth > 0;
}
