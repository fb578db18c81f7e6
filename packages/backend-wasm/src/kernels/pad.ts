import { PadV2, type PadV2Attrs, type TensorInfo } from '@tensorflow/tfjs-core';
import { fill, isWords } from './fill';
import { maxBlockAxes, placeBlock } from './shared/block';
import { defineKernel, stockKernel } from './shared/kernel';

/** The kernel of `tf.pad`, and of the gradient of a slice, for numbers: the constant everywhere, and `x` placed on it. */
export const padKernel = () => {
  const stock = stockKernel(PadV2);
  return defineKernel<{ x: TensorInfo }, PadV2Attrs>(PadV2, (call) => {
    const { inputs, attrs, backend } = call;
    const { shape, dtype } = inputs.x;
    const { paddings, constantValue } = attrs;
    const isCut = paddings.some((around) => around.some((length) => length < 0));
    if (shape.length > maxBlockAxes || !isWords(dtype) || isCut) return stock(call);
    const padded = paddings.map(([before, after], axis) => before + shape[axis]! + after);
    const out = fill(backend, padded, dtype, constantValue);
    placeBlock(
      backend,
      inputs.x,
      out,
      paddings.map(([before]) => before),
    );
    return out;
  });
};
