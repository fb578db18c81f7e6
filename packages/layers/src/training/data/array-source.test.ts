import { useBackend } from '@tenlab/core';
import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ArrayInput, ArraySource, isArrayInput } from './array-source';

beforeAll(async () => {
  await useBackend('cpu');
});

const source = (value: ArrayInput) => ArraySource.from('fit', 'x', value);
const rows = Int32Array.of(2, 0);

describe('ArraySource', () => {
  const forms: [string, () => ArrayInput, string][] = [
    [
      'lists of lists',
      () => [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      'float32',
    ],
    ['bytes with a shape', () => ({ data: Uint8Array.of(1, 2, 3, 4, 5, 6), shape: [3, 2] }), 'int32'],
    ['floats with a shape', () => ({ data: Float64Array.of(1, 2, 3, 4, 5, 6), shape: [3, 2] }), 'float32'],
    ['numbers with a shape', () => ({ data: [1, 2, 3, 4, 5, 6], shape: [3, 2] }), 'float32'],
    [
      'a tensor',
      () =>
        tf.tensor2d([
          [1, 2],
          [3, 4],
          [5, 6],
        ]),
      'float32',
    ],
    [
      'a tensor of whole numbers',
      () =>
        tf.tensor2d(
          [
            [1, 2],
            [3, 4],
            [5, 6],
          ],
          [3, 2],
          'int32',
        ),
      'int32',
    ],
  ];

  test.each(forms)('takes batches of %s, whole or by rows', (_, make, dtype) => {
    const data = source(make());
    expect([data.length, data.sampleShape, data.dtype]).toEqual([3, [2], dtype]);
    expect(data.take(rows).arraySync()).toEqual([
      [5, 6],
      [1, 2],
    ]);
    expect(data.take({ start: 1, end: 3 }).arraySync()).toEqual([
      [3, 4],
      [5, 6],
    ]);
    expect(data.take(rows).dtype).toBe(dtype);
    expect(data.take(rows, 'float32').dtype).toBe('float32');
    const back = data.slice(1, 3);
    expect([back.length, back.take(Int32Array.of(1)).arraySync()]).toEqual([2, [[5, 6]]]);
    expect(back.slice(1, 2).take({ start: 0, end: 1 }).arraySync()).toEqual([[5, 6]]);
    expect([...(back.readValues() as ArrayLike<number>[] & number[])]).toEqual([3, 4, 5, 6]);
  });

  test('takes one number per sample, truth values and texts', () => {
    expectClose(source(Float32Array.of(1, 2)).take(Int32Array.of(1)), [2]);
    expectClose(source([true, false]).take({ start: 0, end: 2 }), [1, 0]);
    const words = source([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(words.take(Int32Array.of(1, 0)).arraySync()).toEqual([
      ['c', 'd'],
      ['a', 'b'],
    ]);
    expect(words.take({ start: 1, end: 2 }).dtype).toBe('string');
  });

  test('leaves a batch only, and copies nothing when it is cut', async () => {
    const tensor = tf.ones([4, 2]);
    await expectNoLeak(() => source(tensor).slice(1, 4).take(rows));
    await expectNoLeak(() => source(tensor).take({ start: 0, end: 2 }));
    const bytes = Uint8Array.of(1, 2, 3, 4);
    expect((source(bytes).slice(1, 3).values as Uint8Array).buffer).toBe(bytes.buffer);
  });

  test('refuses data that does not fill its shape, has no samples, or is ragged', () => {
    expect(() => source({ data: Uint8Array.of(1, 2, 3), shape: [2, 2] })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: fit: \`x\` must have 4 elements for shape [2,2]. Received: { data: Uint8Array [1, 2, 3], shape: [2, 2] }. Give data and shape that belong together.]`,
    );
    expect(() => source([])).toThrow(/must hold at least one sample/);
    expect(() => source(tf.scalar(1))).toThrow(/must have samples along its first axis/);
    expect(() => source([[1, 2], [3]])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: fit: \`x\` must have rows of one length. Received: a row of another length than the first, which makes the shape [2,2]. Pad the shorter rows.]`,
    );
    expect(() => source([1, [2]] as never)).toThrow(/rows of one length/);
  });
});

test('arrays are told from lists and records of arrays', () => {
  const yes = [[], [1], [[1]], ['a'], tf.zeros([1]), Int8Array.of(1), { data: Uint8Array.of(1), shape: [1] }];
  const no = [[tf.zeros([1])], [Float32Array.of(1)], { a: [1] }, null, 5, [{ data: Uint8Array.of(1), shape: [1] }]];
  expect(yes.map(isArrayInput)).toEqual(yes.map(() => true));
  expect(no.map(isArrayInput)).toEqual(no.map(() => false));
});
