import { type Tensor, tensor, util } from '@tensorflow/tfjs-core';

/** Irregular numbers between -2 and 2 that repeat from run to run; `seed` gives others. */
export function numbers<T extends Tensor = Tensor>(shape: number[], seed = 1): T {
  const values = Float32Array.from({ length: util.sizeFromShape(shape) }, (_, i) => {
    const x = Math.sin((i + 1) * 12.9898 + seed * 78.233) * 43758.5453;
    return (x - Math.floor(x)) * 4 - 2;
  });
  return tensor(values, shape) as T;
}

/** Numbers of which no two are closer than `gap`: for kernels that compare, where finite differences must not change the order. */
export function distinctNumbers<T extends Tensor = Tensor>(shape: number[], gap = 0.25): T {
  const size = util.sizeFromShape(shape);
  const order = Array.from({ length: size }, (_, i) => i).sort((a, b) => Math.sin(a * 7.3 + 1) - Math.sin(b * 7.3 + 1));
  return tensor(
    Float32Array.from(order, (place) => (place - size / 2) * gap),
    shape,
  ) as T;
}
