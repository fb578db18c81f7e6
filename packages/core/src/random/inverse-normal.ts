/**
 * The value `z` below which a standard normal variable falls with probability `0.5 + fromCentre`.
 *
 * Algorithm AS 241 (PPND16) of Wichura, 1988: one rational polynomial near the centre and one in the tails, relative error
 * about 1e-16. Only `+ - * /` and square root in float64 are used, which IEEE 754 rounds alike everywhere: `Math.log` and
 * `Math.cos` may differ between engines, and the same seed would then give other weights.
 *
 * @param fromCentre the probability less one half, of magnitude at most `0.5 - 2^-33`; AS 241's third branch, for rarer
 *   values than 32 random bits can name, is left out
 *
 * @example
 * inverseNormal(0); // 0
 * inverseNormal(0.475); // 1.959963984540054
 */
export function inverseNormal(fromCentre: number): number {
  if (Math.abs(fromCentre) <= 0.425) {
    const r = 0.180625 - fromCentre * fromCentre;
    return (fromCentre * polynomial(centreTop, r)) / polynomial(centreBottom, r);
  }
  const rareness = 0.5 - Math.abs(fromCentre);
  const r = Math.sqrt(-logarithm(rareness)) - 1.6;
  const value = polynomial(tailTop, r) / polynomial(tailBottom, r);
  return fromCentre < 0 ? -value : value;
}

// Coefficients from the highest power down, each the float64 nearest to the published one.
const centreTop = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
  133.14166789178438, 3.3871328727963665,
];
const centreBottom = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
  42.31333070160091, 1,
];
const tailTop = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const tailBottom = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
];

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (const coefficient of coefficients) sum = sum * x + coefficient;
  return sum;
}

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
// The word that holds sign and exponent: the second one on the little-endian machines of today.
const high = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/**
 * The natural logarithm of a positive, normal number, from IEEE operations alone: with `x = m * 2^e`, `m` in [0.707, 1.414),
 * `log x = e * log 2 + 2 * (s + s^3/3 + s^5/5 + …)` where `s = (m - 1) / (m + 1)`.
 */
export function logarithm(x: number): number {
  float[0] = x;
  let exponent = (words[high]! >>> 20) - 1023;
  words[high] = (words[high]! & 0x000fffff) | 0x3ff00000;
  let mantissa = float[0]!;
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent += 1;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  // |s| < 0.172: after the term s^21 / 21 nothing is left in float64.
  let sum = 0;
  for (let power = 21; power >= 1; power -= 2) sum = sum * square + 1 / power;
  return exponent * Math.LN2 + 2 * s * sum;
}
