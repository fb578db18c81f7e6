import { describe, expect, it } from 'vitest';
import { checkRecord, frameRecord, headSize, lengthOfRecord } from './frame';

describe('frameRecord', () => {
  it.each([
    ['abc', '0300000000000000b099490e6162636e57f121'],
    ['', '000000000000000029039807d8ea82a2'],
  ])('frames %j as tf.io.TFRecordWriter does', (data, framed) => {
    expect(Buffer.from(frameRecord(new TextEncoder().encode(data))).toString('hex')).toBe(framed);
  });
});

describe('lengthOfRecord', () => {
  const head = frameRecord(new Uint8Array(300)).subarray(0, headSize);

  it('gives the length', () => {
    expect(lengthOfRecord(head, 0, 1000, 'a.tfrecord')).toBe(300);
  });

  it('refuses a length that its checksum does not fit, and one that is too large', () => {
    const changed = head.slice();
    changed[0] = 1;
    expect(() => lengthOfRecord(changed, 4, 1000, 'a.tfrecord')).toThrow('a.tfrecord, record 4: a length that its CRC');
    expect(() => lengthOfRecord(head, 0, 299, 'a.tfrecord')).toThrow('a record of at most 299 bytes. Received: 300');
  });
});

it('checkRecord refuses data that were changed', () => {
  const framed = frameRecord(Uint8Array.of(1, 2, 3));
  const tail = framed.subarray(headSize + 3);
  expect(() => checkRecord(Uint8Array.of(1, 2, 3), tail, 0, 'a.tfrecord')).not.toThrow();
  expect(() => checkRecord(Uint8Array.of(1, 2, 4), tail, 0, 'a.tfrecord')).toThrow('data that their CRC-32C fits');
});
