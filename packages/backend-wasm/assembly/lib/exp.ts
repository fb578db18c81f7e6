import { log } from './log';
import { multiplyAdd } from './vector';

/**
 * e^x for four floats, within 2 units in the last place on [-87.3, 88.7]; below it 0, above it infinity, NaN stays.
 * Cody-Waite reduction x = n ln 2 + r and a polynomial in r; no tables, since this module owns no static memory.
 */
export function exp(x: v128): v128 {
  const n = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504088896341)));
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  let p = f32x4.splat(1.9875691500e-4);
  p = multiplyAdd(p, r, f32x4.splat(1.3981999507e-3));
  p = multiplyAdd(p, r, f32x4.splat(8.3334519073e-3));
  p = multiplyAdd(p, r, f32x4.splat(4.1665795894e-2));
  p = multiplyAdd(p, r, f32x4.splat(1.6666665459e-1));
  p = multiplyAdd(p, r, f32x4.splat(5.0000001201e-1));
  p = f32x4.add(multiplyAdd(p, f32x4.mul(r, r), r), f32x4.splat(1));
  // 2^n in two factors, so that n = 128 and the denormals' n below -126 do not overflow the exponent.
  const whole = i32x4.trunc_sat_f32x4_s(n);
  const half = i32x4.shr_s(whole, 1);
  const rest = i32x4.sub(whole, half);
  const bias = i32x4.splat(127);
  let y = f32x4.mul(p, i32x4.shl(i32x4.add(half, bias), 23));
  y = f32x4.mul(y, i32x4.shl(i32x4.add(rest, bias), 23));
  y = v128.bitselect(f32x4.splat(f32.MAX_VALUE * 2), y, f32x4.gt(x, f32x4.splat(88.7228394)));
  y = v128.bitselect(f32x4.splat(0), y, f32x4.lt(x, f32x4.splat(-103.97)));
  return v128.bitselect(x, y, f32x4.ne(x, x));
}

/** 1 / (1 + e^-x) for four floats. */
export function sigmoid(x: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, exp(f32x4.neg(x))));
}

/** e^x - 1 where x is below 0 (else x) for four floats, accurate near 0 by its own series. */
export function elu(x: v128): v128 {
  let p = f32x4.splat(1.0 / 5040.0);
  p = multiplyAdd(p, x, f32x4.splat(1.0 / 720.0));
  p = multiplyAdd(p, x, f32x4.splat(1.0 / 120.0));
  p = multiplyAdd(p, x, f32x4.splat(1.0 / 24.0));
  p = multiplyAdd(p, x, f32x4.splat(1.0 / 6.0));
  p = multiplyAdd(p, x, f32x4.splat(0.5));
  const small = multiplyAdd(p, f32x4.mul(x, x), x);
  const large = f32x4.sub(exp(x), f32x4.splat(1));
  const negative = v128.bitselect(small, large, f32x4.gt(x, f32x4.splat(-0.25)));
  return v128.bitselect(negative, x, f32x4.lt(x, f32x4.splat(0)));
}

/** tanh x for four floats: an odd polynomial near 0, (1 - e^-2|x|) / (1 + e^-2|x|) with x's sign elsewhere. */
export function tanh(x: v128): v128 {
  const one = f32x4.splat(1);
  const size = f32x4.abs(x);
  const square = f32x4.mul(x, x);
  let p = f32x4.splat(-5.70498872745e-3);
  p = multiplyAdd(p, square, f32x4.splat(2.06390887954e-2));
  p = multiplyAdd(p, square, f32x4.splat(-5.37397155531e-2));
  p = multiplyAdd(p, square, f32x4.splat(1.33314422036e-1));
  p = multiplyAdd(p, square, f32x4.splat(-3.33332819422e-1));
  const small = multiplyAdd(f32x4.mul(p, square), x, x);
  const e = exp(f32x4.mul(size, f32x4.splat(-2)));
  const large = f32x4.div(f32x4.sub(one, e), f32x4.add(one, e));
  const signed = v128.or(large, v128.and(x, i32x4.splat(0x80000000)));
  return v128.bitselect(small, signed, f32x4.lt(size, f32x4.splat(0.625)));
}

/** ln(1 + e^x) for four floats, as max(x, 0) + ln(1 + e^-|x|). */
export function softplus(x: v128): v128 {
  const e = exp(f32x4.neg(f32x4.abs(x)));
  // ln(1 + e) = ln(u) e / (u - 1) with u = 1 + e as rounded, which makes up for what the rounding lost; e where u is 1.
  const one = f32x4.splat(1);
  const u = f32x4.add(one, e);
  const rest = v128.bitselect(e, f32x4.div(f32x4.mul(log(u), e), f32x4.sub(u, one)), f32x4.eq(u, one));
  return f32x4.add(f32x4.max(x, f32x4.splat(0)), rest);
}
