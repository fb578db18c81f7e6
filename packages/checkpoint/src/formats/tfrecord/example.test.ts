import { describe, expect, it } from 'vitest';
import { WireWriter } from '../protobuf/wire-writer';
import { decodeExample, encodeExample } from './example';

const bytes = (text: string) => new TextEncoder().encode(text);

// tf.train.Example(…).SerializeToString(deterministic=True)
const ofTensorFlow =
  '0a320a140a0161120f1a0d0a0b01ffffffffffffffffff010a0d0a0162120812060a040000c03f0a0b0a016312060a040a027879';

describe('examples', () => {
  it('are written as TensorFlow writes them', () => {
    const example = encodeExample({
      c: { kind: 'bytes', values: ['xy'] },
      b: { kind: 'float', values: [1.5] },
      a: { kind: 'int64', values: [1, -1n] },
    });
    expect(Buffer.from(example).toString('hex')).toBe(ofTensorFlow);
  });

  it('are read', () => {
    expect([...decodeExample(Buffer.from(ofTensorFlow, 'hex'))]).toEqual([
      ['a', { kind: 'int64', values: BigInt64Array.of(1n, -1n) }],
      ['b', { kind: 'float', values: Float32Array.of(1.5) }],
      ['c', { kind: 'bytes', values: [Buffer.from('xy')] }],
    ]);
  });

  it('keep 64-bit numbers, empty lists and names of any kind', () => {
    const features = new Map([
      ['', { kind: 'none' as const, values: [] as [] }],
      ['__proto__', { kind: 'int64' as const, values: BigInt64Array.of(-(2n ** 63n), 2n ** 63n - 1n) }],
      ['é', { kind: 'float' as const, values: new Float32Array() }],
    ]);
    expect(decodeExample(encodeExample(features))).toEqual(features);
  });

  it('are read where numbers are not packed', () => {
    const list = new WireWriter().float(1, 1).float(1, 2);
    const entry = new WireWriter().string(1, 'x').message(2, new WireWriter().message(2, list));
    const example = new WireWriter().message(1, new WireWriter().message(1, entry)).toBytes();
    expect(decodeExample(example).get('x')).toEqual({ kind: 'float', values: Float32Array.of(1, 2) });
  });

  it('refuse numbers that are not exact', () => {
    expect(() => encodeExample({ a: { kind: 'int64', values: [0.5] } })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: encodeExample, feature 'a': whole numbers within ±(2^53 - 1), or BigInts of 64 bits. Received: 0.5. Round it first, or write the feature as kind 'float'.]`,
    );
    expect(() => encodeExample({ a: { kind: 'int64', values: [2n ** 63n] } })).toThrow(
      'Received: 9223372036854775808n',
    );
  });

  it('refuse bytes that are none', () => {
    expect(() => decodeExample(bytes('\n\u0014ab'), 'a.tfrecord, record 3')).toThrow('a.tfrecord, record 3');
  });
});
