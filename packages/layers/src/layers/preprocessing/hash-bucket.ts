import { farmHash64 } from './farm-hash';
import { sipHash64 } from './sip-hash';

const encoder = new TextEncoder();

/** The bucket of a text, out of `buckets`: by FarmHash, or with a salt by SipHash. TensorFlow: `to_hash_bucket_fast`, `_strong`. */
export function hashBucket(text: string, buckets: number, salt: readonly [number, number] | null): number {
  const bytes = encoder.encode(text);
  const hash = salt ? sipHash64(bytes, [BigInt(salt[0]), BigInt(salt[1])]) : farmHash64(bytes);
  return Number(hash % BigInt(buckets));
}

/** A salt as Keras takes it: one number stands for two. */
export function readSalt(salt: number | readonly number[] | null | undefined): readonly [number, number] | null {
  if (salt === null || salt === undefined) return null;
  return typeof salt === 'number' ? [salt, salt] : [salt[0] ?? 0, salt[1] ?? 0];
}
