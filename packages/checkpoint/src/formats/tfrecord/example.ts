import { inWords, TenlabError } from '@tenlab/core';
import { WireReader, wireTypes } from '../protobuf/wire-reader';
import { WireWriter } from '../protobuf/wire-writer';

/** One feature of an example: a list of one of three kinds, or none at all. 64-bit integers are exact. */
export type Feature =
  | { kind: 'bytes'; values: Uint8Array[] }
  | { kind: 'float'; values: Float32Array }
  | { kind: 'int64'; values: BigInt64Array }
  | { kind: 'none'; values: [] };

/** A feature to be written: text stands for its UTF-8 bytes, numbers may be in any list. */
export type FeatureInput =
  | { kind: 'bytes'; values: readonly (Uint8Array | string)[] }
  | { kind: 'float'; values: ArrayLike<number> }
  | { kind: 'int64'; values: readonly (number | bigint)[] | BigInt64Array }
  | { kind: 'none'; values?: readonly [] };

/**
 * Reads a `tf.train.Example`: its features by name. Throws a {@link TenlabError} for bytes that are none.
 *
 * @example
 * decodeExample(record).get('label'); // { kind: 'int64', values: BigInt64Array [3n] }
 *
 * Source: https://github.com/tensorflow/tensorflow/blob/master/tensorflow/core/example/example.proto
 */
export function decodeExample(bytes: Uint8Array, place = 'example'): Map<string, Feature> {
  const features = new Map<string, Feature>();
  const example = new WireReader(bytes, place);
  while (example.next()) {
    if (example.field === 1) readFeatures(example.message(), features);
    else example.skip();
  }
  return features;
}

function readFeatures(reader: WireReader, features: Map<string, Feature>): void {
  while (reader.next()) {
    if (reader.field !== 1) {
      reader.skip();
      continue;
    }
    const entry = reader.message();
    let name = '';
    let feature: Feature = { kind: 'none', values: [] };
    while (entry.next()) {
      if (entry.field === 1) name = entry.string();
      else if (entry.field === 2) feature = readFeature(entry.message());
      else entry.skip();
    }
    features.set(name, feature);
  }
}

function readFeature(reader: WireReader): Feature {
  let feature: Feature = { kind: 'none', values: [] };
  while (reader.next()) {
    if (reader.field === 1) feature = { kind: 'bytes', values: readBytes(reader.message()) };
    else if (reader.field === 2) feature = { kind: 'float', values: readFloats(reader.message()) };
    else if (reader.field === 3) feature = { kind: 'int64', values: readIntegers(reader.message()) };
    else reader.skip();
  }
  return feature;
}

function readBytes(list: WireReader): Uint8Array[] {
  const values: Uint8Array[] = [];
  while (list.next()) {
    if (list.field === 1) values.push(list.bytes());
    else list.skip();
  }
  return values;
}

function readFloats(list: WireReader): Float32Array {
  const parts: Float32Array[] = [];
  while (list.next()) {
    if (list.field === 1) parts.push(list.floats());
    else list.skip();
  }
  // Packed, there is one part. Values one by one are parts of one each.
  if (parts.length === 1) return parts[0]!;
  const values = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    values.set(part, at);
    at += part.length;
  }
  return values;
}

function readIntegers(list: WireReader): BigInt64Array {
  const values: bigint[] = [];
  while (list.next()) {
    if (list.field === 1) list.repeated(wireTypes.varint, (one) => values.push(one.int64()));
    else list.skip();
  }
  return BigInt64Array.from(values);
}

/**
 * Writes a `tf.train.Example`. Names are written in alphabetical order, as TensorFlow does where it writes the same bytes each time.
 *
 * @throws TenlabError `unsafe-integer` for a number that is no whole number, or one that a JavaScript number does not hold exactly
 *
 * @example
 * const bytes = encodeExample({
 *   image: { kind: 'bytes', values: [png] },
 *   label: { kind: 'int64', values: [3] },
 * });
 */
export function encodeExample(
  features: Readonly<Record<string, FeatureInput>> | ReadonlyMap<string, FeatureInput>,
): Uint8Array {
  const entries = features instanceof Map ? [...features] : Object.entries(features);
  const map = new WireWriter();
  for (const [name, feature] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
    map.message(1, new WireWriter().string(1, name).message(2, writeFeature(name, feature)));
  }
  return new WireWriter().message(1, map).toBytes();
}

function writeFeature(name: string, feature: FeatureInput): WireWriter {
  const list = new WireWriter();
  switch (feature.kind) {
    case 'bytes':
      for (const value of feature.values) {
        if (typeof value === 'string') list.string(1, value);
        else list.bytes(1, value);
      }
      return new WireWriter().message(1, list);
    case 'float':
      return new WireWriter().message(2, list.packedFloats(1, feature.values));
    case 'int64':
      return new WireWriter().message(
        3,
        list.packedInt64s(
          1,
          Array.from(feature.values, (value) => exact(name, value)),
        ),
      );
    default:
      return new WireWriter();
  }
}

function exact(name: string, value: number | bigint): bigint {
  if (typeof value === 'bigint' ? BigInt.asIntN(64, value) === value : Number.isSafeInteger(value))
    return BigInt(value);
  throw new TenlabError({
    code: 'unsafe-integer',
    place: `encodeExample, feature '${name}'`,
    expected: 'whole numbers within ±(2^53 - 1), or BigInts of 64 bits',
    received: typeof value === 'bigint' ? inWords(`${value}n`) : value,
    remedy: "Round it first, or write the feature as kind 'float'.",
  });
}
