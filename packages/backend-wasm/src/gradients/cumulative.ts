import {
  add,
  Cumprod,
  type CumprodAttrs,
  Cumsum,
  type CumsumAttrs,
  concat,
  cumprod,
  cumsum,
  type GradConfig,
  mul,
  ones,
  slice,
  type Tensor,
  zeros,
} from '@tensorflow/tfjs-core';

/** The gradient of `tf.cumsum`: the sums from the other end. tfjs-core's own comes out transposed along an inner axis. */
export const cumsumGradient: GradConfig = {
  kernelName: Cumsum,
  gradFunc: (dy, _saved, attributes) => {
    const { axis, exclusive, reverse } = attributes as unknown as CumsumAttrs;
    return { x: () => cumsum(dy as Tensor, axis, exclusive, !reverse) };
  },
};

/**
 * The gradient of `tf.cumprod`, also where elements are 0. With g_i the part that falls to x_i,
 *
 *   `g_i = (product before i) * r_i`, `r_i = dy_i + x_{i+1} r_{i+1}` from the last to the first,
 *
 * for products from the first to the last; an exclusive product leaves x_i itself out of `dy_i`, and reverse turns it round.
 */
export const cumprodGradient: GradConfig = {
  kernelName: Cumprod,
  inputsToSave: ['x'],
  gradFunc: (dy, saved, attributes) => {
    const [x] = saved as [Tensor];
    const { axis, exclusive, reverse } = attributes as unknown as CumprodAttrs;
    return { x: () => cumprodInput(dy as Tensor, x, axis, exclusive, reverse) };
  },
};

function cumprodInput(dy: Tensor, x: Tensor, axis: number, exclusive: boolean, reverse: boolean): Tensor {
  const length = x.shape[axis]!;
  if (length === 0) return zeros(x.shape);
  const at = (tensor: Tensor, index: number) =>
    slice(
      tensor,
      x.shape.map((_, i) => (i === axis ? index : 0)),
      x.shape.map((n, i) => (i === axis ? 1 : n)),
    );
  const one = ones(x.shape.map((n, i) => (i === axis ? 1 : n)));
  const order = Array.from({ length }, (_, i) => (reverse ? length - 1 - i : i));
  const rest: Tensor[] = [];
  // From the last element of the product to the first.
  let carried = mul(one, 0);
  for (let i = length - 1; i >= 0; i--) {
    // What x_i is multiplied into: its own product (unless exclusive) and, through the next element, all later ones.
    const next = i + 1 < length ? order[i + 1]! : undefined;
    const own = exclusive ? (next === undefined ? mul(one, 0) : at(dy, next)) : at(dy, order[i]!);
    const factor = next === undefined ? one : at(x, next);
    carried = i === length - 1 ? own : add(own, mul(factor, carried));
    rest[order[i]!] = carried;
  }
  const before = cumprod(x, axis, true, reverse);
  return mul(before, concat(rest, axis));
}
