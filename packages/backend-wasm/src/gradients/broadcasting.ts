import {
  broadcast_util,
  cast,
  FloorDiv,
  type GradConfig,
  greater,
  greaterEqual,
  less,
  lessEqual,
  Maximum,
  Minimum,
  mul,
  reshape,
  SquaredDifference,
  scalar,
  sub,
  sum,
  type Tensor,
  zeros,
} from '@tensorflow/tfjs-core';

/** A gradient in the shape of the result, summed over the axes along which `input` was repeated to get there. */
function unbroadcast(gradient: Tensor, input: Tensor): Tensor {
  const axes = broadcast_util.getReductionAxes(input.shape, gradient.shape);
  return reshape(axes.length > 0 ? sum(gradient, axes) : gradient, input.shape);
}

/** The gradient of an operation on two tensors, from its slope along each; tfjs-core's own forget that shapes may differ. */
function binaryGradient(
  kernelName: string,
  alongA: (a: Tensor, b: Tensor) => Tensor,
  alongB: (a: Tensor, b: Tensor) => Tensor,
): GradConfig {
  return {
    kernelName,
    inputsToSave: ['a', 'b'],
    gradFunc: (dy, saved) => {
      const [a, b] = saved as [Tensor, Tensor];
      return {
        a: () => unbroadcast(mul(dy as Tensor, cast(alongA(a, b), 'float32')), a),
        b: () => unbroadcast(mul(dy as Tensor, cast(alongB(a, b), 'float32')), b),
      };
    },
  };
}

/** The gradients of the larger and the smaller of two, whose equals go to `a`, as in tfjs-core. */
export const maximumGradient = binaryGradient(Maximum, greaterEqual, less);
export const minimumGradient = binaryGradient(Minimum, lessEqual, greater);

/** The gradient of `(a - b)^2`. */
export const squaredDifferenceGradient = binaryGradient(
  SquaredDifference,
  (a, b) => mul(scalar(2), sub(a, b)),
  (a, b) => mul(scalar(2), sub(b, a)),
);

/** The gradient of `floor(a / b)`: none, for it goes in steps. tfjs-core takes that of `a / b`. */
export const floorDivGradient: GradConfig = {
  kernelName: FloorDiv,
  inputsToSave: ['a', 'b'],
  gradFunc: (_dy, saved) => {
    const [a, b] = saved as [Tensor, Tensor];
    return { a: () => zeros(a.shape), b: () => zeros(b.shape) };
  },
};
