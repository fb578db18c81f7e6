import {
  div,
  type GradConfig,
  Mean,
  type MeanAttrs,
  reshape,
  Sum,
  type SumAttrs,
  type Tensor,
  tile,
  util,
} from '@tensorflow/tfjs-core';

/** The gradient of a sum over axes, divided by `divisorOf` the shape and the axes. */
function reductionGradient(kernelName: string, divisorOf: (shape: number[], axes: number[]) => number): GradConfig {
  return {
    kernelName,
    inputsToSave: ['x'],
    gradFunc: (dy, saved, attributes) => {
      const [{ shape }] = saved as [Tensor];
      const axes = util.parseAxisParam((attributes as unknown as SumAttrs | MeanAttrs).axis, shape);
      return {
        x: () => {
          const divisor = divisorOf(shape, axes);
          const one = divisor === 1 ? (dy as Tensor) : div(dy as Tensor, divisor);
          const kept = shape.map((length, axis) => (axes.includes(axis) ? 1 : length));
          return tile(
            reshape(one, kept),
            shape.map((length, axis) => (axes.includes(axis) ? length : 1)),
          );
        },
      };
    },
  };
}

/**
 * The gradient of `tf.sum`: dy for each element that was added. tfjs-core multiplies dy by a tensor of ones, which it makes
 * in JavaScript and copies in; the repetition alone is an instruction that a compiled step can take into what reads it.
 */
export const sumGradient = reductionGradient(Sum, () => 1);

/** The gradient of `tf.mean`: dy / n for each. Divided before it is repeated: the same bits, n times less work. */
export const meanGradient = reductionGradient(Mean, (shape, axes) =>
  axes.reduce((product, axis) => product * shape[axis]!, 1),
);
