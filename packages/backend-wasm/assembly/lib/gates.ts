import { multiplyAdd } from './vector';

/**
 * tanh x for four floats as a quotient of polynomials, a third of the time of `tanh` in `exp.ts`. Off by at most 4e-7 of itself,
 * within [-1, 1]; beyond 9 it is 1. NaN stays. For gates, of which a recurrent layer computes millions.
 * Source: the coefficients that Eigen and XLA use for float32.
 */
// @ts-ignore: decorator
@inline
export function gateTanh(x: v128): v128 {
  // pmin and pmax give their first operand where the comparison fails, and so let NaN pass.
  const bounded = f32x4.pmax(f32x4.pmin(x, f32x4.splat(9)), f32x4.splat(-9));
  const square = f32x4.mul(bounded, bounded);
  let p = f32x4.splat(-2.76076847742355e-16);
  p = multiplyAdd(p, square, f32x4.splat(2.00018790482477e-13));
  p = multiplyAdd(p, square, f32x4.splat(-8.60467152213735e-11));
  p = multiplyAdd(p, square, f32x4.splat(5.12229709037114e-8));
  p = multiplyAdd(p, square, f32x4.splat(1.48572235717979e-5));
  p = multiplyAdd(p, square, f32x4.splat(6.37261928875436e-4));
  p = multiplyAdd(p, square, f32x4.splat(4.89352455891786e-3));
  let q = f32x4.splat(1.19825839466702e-6);
  q = multiplyAdd(q, square, f32x4.splat(1.18534705686654e-4));
  q = multiplyAdd(q, square, f32x4.splat(2.26843463243900e-3));
  q = multiplyAdd(q, square, f32x4.splat(4.89352518554385e-3));
  // Near its ends the quotient is up to two roundings beyond 1, and a sigmoid made of it would be negative.
  const y = f32x4.div(f32x4.mul(bounded, p), q);
  return f32x4.pmax(f32x4.pmin(y, f32x4.splat(1)), f32x4.splat(-1));
}

/** 1 / (1 + e^-x) for four floats as (1 + tanh(x / 2)) / 2: off by at most 2.5e-7, absolutely, and within [0, 1]; 0 below -18. */
// @ts-ignore: decorator
@inline
export function gateSigmoid(x: v128): v128 {
  const half = f32x4.splat(0.5);
  return multiplyAdd(gateTanh(f32x4.mul(x, half)), half, half);
}

/** y (1 - y) dy: from the gradient of a sigmoid's result y to that of its argument. */
// @ts-ignore: decorator
@inline
export function throughSigmoid(dy: v128, y: v128): v128 {
  return f32x4.mul(dy, f32x4.mul(y, f32x4.sub(f32x4.splat(1), y)));
}

/** (1 - y^2) dy: from the gradient of a tanh's result y to that of its argument. */
// @ts-ignore: decorator
@inline
export function throughTanh(dy: v128, y: v128): v128 {
  return f32x4.mul(dy, f32x4.sub(f32x4.splat(1), f32x4.mul(y, y)));
}
