// A small float is sign · 2^(exponent - bias) · 1.mantissa, or sign · 2^(1 - bias) · 0.mantissa where the exponent's bits
// are all 0. These functions turn its bits into the number they mean.

/** IEEE half precision: 5 bits of exponent, 10 of mantissa. `float16ToNumber(0x3c00) = 1`. */
export function float16ToNumber(bits: number): number {
  return smallFloat(bits, 5, 10);
}

/** Google's brain float, the upper half of a float32: 8 bits of exponent, 7 of mantissa. `bfloat16ToNumber(0x3f80) = 1`. */
export function bfloat16ToNumber(bits: number): number {
  return smallFloat(bits, 8, 7);
}

/** 8-bit float with 5 bits of exponent and 2 of mantissa. `float8e5m2ToNumber(0x3c) = 1`. */
export function float8e5m2ToNumber(bits: number): number {
  return smallFloat(bits, 5, 2);
}

/** 8-bit float with 4 bits of exponent and 3 of mantissa, without infinities: only 0x7f and 0xff are NaN. `float8e4m3ToNumber(0x38) = 1`. */
export function float8e4m3ToNumber(bits: number): number {
  if ((bits & 0x7f) === 0x7f) return Number.NaN;
  return finite(bits, 4, 3);
}

function smallFloat(bits: number, exponentBits: number, mantissaBits: number): number {
  const highest = (1 << exponentBits) - 1;
  if (((bits >> mantissaBits) & highest) !== highest) return finite(bits, exponentBits, mantissaBits);
  if ((bits & ((1 << mantissaBits) - 1)) !== 0) return Number.NaN;
  return bits >> (exponentBits + mantissaBits) ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

function finite(bits: number, exponentBits: number, mantissaBits: number): number {
  const bias = (1 << (exponentBits - 1)) - 1;
  const exponent = (bits >> mantissaBits) & ((1 << exponentBits) - 1);
  const mantissa = (bits & ((1 << mantissaBits) - 1)) / (1 << mantissaBits);
  const sign = bits >> (exponentBits + mantissaBits) ? -1 : 1;
  return exponent === 0 ? sign * mantissa * 2 ** (1 - bias) : sign * (1 + mantissa) * 2 ** (exponent - bias);
}
