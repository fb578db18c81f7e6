// x^y in float64, rounded to float32 once, so that 1 - beta^t of an optimizer keeps its digits. Scalars, without tables.

/** x^y as IEEE 754 has it: NaN for a negative base and a fractional exponent. */
export function power(x: f32, y: f32): f32 {
  if (y == 0) return 1;
  if (isNaN<f32>(x) || isNaN<f32>(y)) return NaN;
  const whole = nearest<f32>(y) == y;
  const odd = whole && abs<f32>(y) < 16777216 && (<i32>abs<f32>(y) & 1) == 1;
  if (x == 0) {
    if (y > 0) return odd ? x : 0;
    return odd && reinterpret<i32>(x) < 0 ? -f32.MAX_VALUE * 2 : f32.MAX_VALUE * 2;
  }
  if (x == 1) return 1;
  if (x < 0 && !whole) return NaN;
  const size = abs<f32>(x);
  const infinite = f32.MAX_VALUE * 2;
  let result: f32;
  if (size == infinite) result = y > 0 ? infinite : 0;
  else if (abs<f32>(y) == infinite) result = size == 1 ? 1 : (size > 1) == (y > 0) ? infinite : 0;
  else result = <f32>exp64(<f64>y * log64(<f64>size));
  return x < 0 && odd ? -result : result;
}

/** x^y for four floats. */
export function powers(x: v128, y: v128): v128 {
  let result = f32x4.splat(power(f32x4.extract_lane(x, 0), f32x4.extract_lane(y, 0)));
  result = f32x4.replace_lane(result, 1, power(f32x4.extract_lane(x, 1), f32x4.extract_lane(y, 1)));
  result = f32x4.replace_lane(result, 2, power(f32x4.extract_lane(x, 2), f32x4.extract_lane(y, 2)));
  return f32x4.replace_lane(result, 3, power(f32x4.extract_lane(x, 3), f32x4.extract_lane(y, 3)));
}

/** ln x for a positive, finite x: x = 2^e m, and ln m = 2 artanh((m - 1) / (m + 1)) by its series. */
function log64(x: f64): f64 {
  const bits = reinterpret<i64>(x) - 0x3fe6a09e667f3bcd;
  const e = <f64>(bits >> 52);
  const m = reinterpret<f64>((bits & 0x000fffffffffffff) + 0x3fe6a09e667f3bcd);
  const s = (m - 1) / (m + 1);
  const z = s * s;
  let p = 1.0 / 21.0;
  p = p * z + 1.0 / 19.0;
  p = p * z + 1.0 / 17.0;
  p = p * z + 1.0 / 15.0;
  p = p * z + 1.0 / 13.0;
  p = p * z + 1.0 / 11.0;
  p = p * z + 1.0 / 9.0;
  p = p * z + 1.0 / 7.0;
  p = p * z + 1.0 / 5.0;
  p = p * z + 1.0 / 3.0;
  return e * 0.6931471805599453 + 2 * (s + s * z * p);
}

/** e^x: x = n ln 2 + r, and e^r by its series. */
function exp64(x: f64): f64 {
  if (x > 709) return f64.MAX_VALUE * 2;
  if (x < -740) return 0;
  const n = nearest<f64>(x * 1.4426950408889634);
  const r = x - n * 0.6931471803691238 - n * 1.9082149292705877e-10;
  let p = 1.0 / 6227020800.0;
  p = p * r + 1.0 / 479001600.0;
  p = p * r + 1.0 / 39916800.0;
  p = p * r + 1.0 / 3628800.0;
  p = p * r + 1.0 / 362880.0;
  p = p * r + 1.0 / 40320.0;
  p = p * r + 1.0 / 5040.0;
  p = p * r + 1.0 / 720.0;
  p = p * r + 1.0 / 120.0;
  p = p * r + 1.0 / 24.0;
  p = p * r + 1.0 / 6.0;
  p = p * r + 0.5;
  p = p * r + 1.0;
  p = p * r + 1.0;
  const half = <i64>n >> 1;
  return p * reinterpret<f64>((half + 1023) << 52) * reinterpret<f64>((<i64>n - half + 1023) << 52);
}
