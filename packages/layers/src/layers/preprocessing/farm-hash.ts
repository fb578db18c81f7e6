// FarmHash's 64-bit fingerprint, which TensorFlow hashes strings with. Geoff Pike, 2014. Numbers are BigInts modulo 2^64.

const K0 = 0xc3a5c85c97cb3127n;
const K1 = 0xb492b66fbe98f273n;
const K2 = 0x9ae16a3b2f90404fn;
const PAIR = 0xc6a4a7935bd1e995n;

const u64 = (value: bigint): bigint => BigInt.asUintN(64, value);
const mul = (a: bigint, b: bigint): bigint => u64(a * b);
const rotate = (value: bigint, by: bigint): bigint => u64((value >> by) | (value << (64n - by)));
const mix = (value: bigint): bigint => value ^ (value >> 47n);

/**
 * The fingerprint of bytes.
 *
 * @example
 * farmHash64(new TextEncoder().encode('')); // 0x9ae16a3b2f90404fn
 */
export function farmHash64(bytes: Uint8Array): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = (offset: number) => view.getBigUint64(offset, true);
  const { length } = bytes;
  if (length <= 16) return hashTo16(bytes, view);
  const factor = u64(K2 + BigInt(length) * 2n);
  if (length <= 32) return hashTo32(at, length, factor);
  if (length <= 64) return hashTo64(at, length, factor);
  return hashLong(at, length);
}

/** The fingerprint of two fingerprints. TensorFlow: `FingerprintCat64`. */
export function joinFingerprints(first: bigint, second: bigint): bigint {
  const joined = mul(first ^ PAIR ^ mul(mix(mul(second, PAIR)), PAIR), PAIR);
  return mix(mul(mix(joined), PAIR));
}

function hash16(u: bigint, v: bigint, factor: bigint): bigint {
  const a = mix(mul(u ^ v, factor));
  return mul(mix(mul(v ^ a, factor)), factor);
}

function hashTo16(bytes: Uint8Array, view: DataView): bigint {
  const { length } = bytes;
  const size = BigInt(length);
  const factor = u64(K2 + size * 2n);
  if (length >= 8) {
    const a = u64(view.getBigUint64(0, true) + K2);
    const b = view.getBigUint64(length - 8, true);
    return hash16(u64(mul(rotate(b, 37n), factor) + a), mul(u64(rotate(a, 25n) + b), factor), factor);
  }
  if (length >= 4) {
    const first = BigInt(view.getUint32(0, true));
    return hash16(u64(size + (first << 3n)), BigInt(view.getUint32(length - 4, true)), factor);
  }
  if (length === 0) return K2;
  const [a, b, c] = [bytes[0], bytes[length >> 1], bytes[length - 1]] as [number, number, number];
  const y = BigInt(a + (b << 8));
  const z = BigInt(length + (c << 2));
  return mul(mix(mul(y, K2) ^ mul(z, K0)), K2);
}

function hashTo32(at: (offset: number) => bigint, length: number, factor: bigint): bigint {
  const a = mul(at(0), K1);
  const b = at(8);
  const c = mul(at(length - 8), factor);
  const d = mul(at(length - 16), K2);
  return hash16(u64(rotate(u64(a + b), 43n) + rotate(c, 30n) + d), u64(a + rotate(u64(b + K2), 18n) + c), factor);
}

function hashTo64(at: (offset: number) => bigint, length: number, factor: bigint): bigint {
  const a = mul(at(0), K2);
  const b = at(8);
  const c = mul(at(length - 8), factor);
  const d = mul(at(length - 16), K2);
  const y = u64(rotate(u64(a + b), 43n) + rotate(c, 30n) + d);
  const z = hash16(y, u64(a + rotate(u64(b + K2), 18n) + c), factor);
  const e = mul(at(16), factor);
  const f = at(24);
  const g = mul(u64(y + at(length - 32)), factor);
  const h = mul(u64(z + at(length - 24)), factor);
  return hash16(u64(rotate(u64(e + f), 43n) + rotate(g, 30n) + h), u64(e + rotate(u64(f + a), 18n) + g), factor);
}

function hashLong(at: (offset: number) => bigint, length: number): bigint {
  const weak = (offset: number, first: bigint, second: bigint): [bigint, bigint] => {
    const [w, x, y, z] = [at(offset), at(offset + 8), at(offset + 16), at(offset + 24)];
    let a = u64(first + w);
    let b = rotate(u64(second + a + z), 21n);
    const c = a;
    a = u64(a + x + y);
    b = u64(b + rotate(a, 44n));
    return [u64(a + z), u64(b + c)];
  };
  let y = u64(81n * K1 + 113n);
  let z = mul(mix(u64(mul(y, K2) + 113n)), K2);
  let x = u64(81n * K2 + at(0));
  let [v0, v1, w0, w1] = [0n, 0n, 0n, 0n];
  const round = (offset: number, factor: bigint, isLast: boolean) => {
    const times = isLast ? 9n : 1n;
    x = mul(rotate(u64(x + y + v0 + at(offset + 8)), 37n), factor);
    y = mul(rotate(u64(y + v1 + at(offset + 48)), 42n), factor);
    x ^= u64(w1 * times);
    y = u64(y + v0 * times + at(offset + 40));
    z = mul(rotate(u64(z + w0), 33n), factor);
    [v0, v1] = weak(offset, mul(v1, factor), u64(x + w0));
    [w0, w1] = weak(offset + 32, u64(z + w1), u64(y + at(offset + 16)));
    [z, x] = [x, z];
  };
  const end = Math.floor((length - 1) / 64) * 64;
  for (let offset = 0; offset < end; offset += 64) round(offset, K1, false);
  const rest = (length - 1) & 63;
  const factor = u64(K1 + ((z & 0xffn) << 1n));
  w0 = u64(w0 + BigInt(rest));
  v0 = u64(v0 + w0);
  w0 = u64(w0 + v0);
  round(end + rest - 63, factor, true);
  const left = u64(hash16(v0, w0, factor) + mul(mix(y), K0) + z);
  return hash16(left, u64(hash16(v1, w1, factor) + x), factor);
}
