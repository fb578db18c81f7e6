import { concat, getBackend, reshape, slice, stridedSlice, type Tensor, zeros } from '@tensorflow/tfjs-core';

/** Whether the current backend's convolution gradients look at dilations. tfjs's own do not, and say nothing. */
export function kernelsKnowDilation(): boolean {
  return getBackend() === 'wasm';
}

/** A dilation for each spatial axis of a filter. */
export function dilationsOf(dilations: number | readonly number[] | undefined, axes: number): number[] {
  if (typeof dilations === 'object') return [...dilations];
  return new Array<number>(axes).fill(dilations ?? 1);
}

/** A filter with zeros between its taps: with it a convolution without dilation is the one with dilation. */
export function dilate(filter: Tensor, dilations: readonly number[]): Tensor {
  return dilations.reduce(
    (spread, dilation, axis) => (dilation === 1 ? spread : spreadOut(spread, axis, dilation)),
    filter,
  );
}

/** The taps of a dilated filter: the inverse of `dilate`. */
export function undilate(filter: Tensor, dilations: readonly number[]): Tensor {
  const strides = filter.shape.map((_, axis) => dilations[axis] ?? 1);
  return stridedSlice(
    filter,
    filter.shape.map(() => 0),
    [...filter.shape],
    strides,
  );
}

/** Puts `stride` - 1 zeros between neighbours along an axis. */
export function spreadOut(x: Tensor, axis: number, stride: number): Tensor {
  const count = x.shape[axis]!;
  if (stride === 1 || count === 1) return x;
  const before = x.shape.slice(0, axis);
  const after = x.shape.slice(axis + 1);
  const gaps = zeros([...before, count, stride - 1, ...after]);
  const spread = reshape(concat([reshape(x, [...before, count, 1, ...after]), gaps], axis + 1), [
    ...before,
    count * stride,
    ...after,
  ]);
  const size = [...before, (count - 1) * stride + 1, ...after];
  return slice(
    spread,
    size.map(() => 0),
    size,
  );
}
