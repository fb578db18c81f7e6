import { Cast, Less, Multiply, Prelu, Select, type TensorInfo } from '@tensorflow/tfjs-core';
import { callKernel } from './shared/call-kernel';
import { defineKernel } from './shared/kernel';

/** The kernel of `tf.prelu`: `x < 0 ? alpha x : x`. tfjs's own takes wrong slopes where `alpha` is broadcast. */
export const preluKernel = defineKernel<{ x: TensorInfo; alpha: TensorInfo }, object>(Prelu, ({ inputs, backend }) => {
  const float = (x: TensorInfo) => callKernel(backend, Cast, { x }, { dtype: 'float32' });
  const [x, alpha] = [float(inputs.x), float(inputs.alpha)];
  const zero = backend.makeOutput([], 'float32', undefined, new Float32Array(1));
  const scaled = callKernel(backend, Multiply, { a: x, b: alpha });
  const negative = callKernel(backend, Less, { a: x, b: zero });
  const out = callKernel(backend, Select, { condition: negative, t: scaled, e: x });
  for (const { dataId } of [x, alpha, zero, scaled, negative]) backend.disposeData(dataId);
  return out;
});
