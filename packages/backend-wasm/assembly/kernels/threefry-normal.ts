import { pointer, word } from '../lib/arguments';
import { startOf } from '../lib/partition';

/** Skein's parity constant, 32 bits of it. */
const PARITY: i32 = 0x1bd11bda;

/** The probability that a standard normal value lies between -2 and 2. */
const WITHIN_TWO: f64 = 0.9544997361036416;

/**
 * Normal floats from the words of Threefry-2x32 (see threefry-uniform.ts): with p = (word + 0.5) * 2^-32 - 0.5, the value below
 * which a standard normal variable falls with probability 0.5 + p; cut off at two standard deviations where p is first multiplied
 * by WITHIN_TWO. Computed in f64 by + - * / and square root alone, rounded once, and so the bits are those of `@tenlab/core`.
 * Split by pairs of elements.
 *
 * Arguments: state (three int32), out, size, whether it is cut off.
 */
export function threefryNormal(args: usize, thread: i32, threads: i32): void {
  const state = pointer(args, 0), out = pointer(args, 1);
  const size = word(args, 2);
  const scale: f64 = word(args, 3) ? WITHIN_TWO : 1;
  const blocks = (size + 1) >> 1;
  const last = startOf(blocks, thread + 1, threads);
  for (let block = startOf(blocks, thread, threads); block < last; block++) {
    const words = threefry(load<i32>(state), load<i32>(state, 4), load<i32>(state, 8), block);
    const to = out + (<usize>block << 3);
    store<f32>(to, <f32>inverseNormal(fromCentre(<u32>words) * scale));
    if (2 * block + 1 < size) store<f32>(to, <f32>inverseNormal(fromCentre(<u32>(words >> 32)) * scale), 4);
  }
}

/** The two words of a block, the first in the lower half. */
function threefry(key0: i32, key1: i32, call: i32, block: i32): u64 {
  const key2 = key0 ^ key1 ^ PARITY;
  let a = call + key0, b = block + key1;
  // Four rounds, then a word of the key is added: five times.
  for (let turn = 0; turn < 5; turn++) {
    if (turn & 1) {
      a += b; b = rotl(b, 17) ^ a;
      a += b; b = rotl(b, 29) ^ a;
      a += b; b = rotl(b, 16) ^ a;
      a += b; b = rotl(b, 24) ^ a;
    } else {
      a += b; b = rotl(b, 13) ^ a;
      a += b; b = rotl(b, 15) ^ a;
      a += b; b = rotl(b, 26) ^ a;
      a += b; b = rotl(b, 6) ^ a;
    }
    a += turn % 3 == 0 ? key1 : turn % 3 == 1 ? key2 : key0;
    b += (turn % 3 == 0 ? key2 : turn % 3 == 1 ? key0 : key1) + turn + 1;
  }
  return (<u64><u32>b << 32) | <u64><u32>a;
}

function fromCentre(bits: u32): f64 {
  return (<f64>bits + 0.5) * 2.3283064365386963e-10 - 0.5;
}

/** Algorithm AS 241 (PPND16) of Wichura, 1988: one quotient of polynomials near the centre and one in the tails. */
function inverseNormal(p: f64): f64 {
  if (abs(p) <= 0.425) {
    const r = 0.180625 - p * p;
    const top = ((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r
      + 13731.69376550946) * r + 1971.5909503065513) * r + 133.14166789178438) * r + 3.3871328727963665;
    const bottom = ((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r
      + 5394.196021424751) * r + 687.1870074920579) * r + 42.31333070160091) * r + 1;
    return (p * top) / bottom;
  }
  const r = sqrt(-logarithm(0.5 - abs(p))) - 1.6;
  const top = ((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r + 1.2704582524523684) * r
    + 3.6478483247632045) * r + 5.769497221460691) * r + 4.630337846156546) * r + 1.4234371107496835;
  const bottom = ((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r
    + 0.14810397642748008) * r + 0.6897673349851) * r + 1.6763848301838038) * r + 2.053191626637759) * r + 1;
  const value = top / bottom;
  return p < 0 ? -value : value;
}

/** The logarithm of a positive, normal number: with x = m * 2^e and s = (m - 1) / (m + 1), e log 2 + 2 (s + s³/3 + s⁵/5 + …). */
function logarithm(x: f64): f64 {
  const bits = reinterpret<u64>(x);
  let exponent = <i32>(bits >> 52) - 1023;
  let mantissa = reinterpret<f64>((bits & 0x000fffffffffffff) | 0x3ff0000000000000);
  if (mantissa > 1.4142135623730951) {
    mantissa /= 2;
    exponent += 1;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  let sum: f64 = 0;
  for (let power = 21; power >= 1; power -= 2) sum = sum * square + 1 / <f64>power;
  return <f64>exponent * 0.6931471805599453 + 2 * s * sum;
}
