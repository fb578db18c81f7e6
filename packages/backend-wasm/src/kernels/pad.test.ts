import { checkGradient, expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { compileStep } from '../program/compile-step';
import { numbers } from '../testing/numbers';
import { onThreads } from '../testing/on-threads';
import type { WasmBackend } from '../wasm-backend';

type Around = [before: number, after: number][];

/** Padding by plain indexing. */
function padded(x: tf.Tensor, around: Around, constant: number): number[] {
  const values = x.dataSync();
  const strides = [...tf.util.computeStrides(x.shape), 1];
  const out: number[] = [];
  const walk = (axis: number, offset: number, inside: boolean) => {
    if (axis === x.rank) {
      out.push(inside ? values[offset]! : constant);
      return;
    }
    const [before, after] = around[axis]!;
    for (let i = -before; i < x.shape[axis]! + after; i++)
      walk(axis + 1, offset + i * strides[axis]!, inside && i >= 0 && i < x.shape[axis]!);
  };
  walk(0, 0, true);
  return out;
}

onThreads('PadV2', (sameBits) => {
  test.each<[number[], Around, number]>([
    [[7], [[2, 4]], 0],
    [
      [3, 6],
      [
        [1, 0],
        [0, 0],
      ],
      0,
    ],
    [
      [3, 6],
      [
        [0, 2],
        [1, 3],
      ],
      -2,
    ],
    [
      [4, 5, 6],
      [
        [0, 0],
        [2, 1],
        [0, 0],
      ],
      1,
    ],
    [
      [2, 3, 4, 5],
      [
        [0, 0],
        [1, 1],
        [2, 2],
        [0, 0],
      ],
      0,
    ],
    [
      [2, 3, 2, 3, 5],
      [
        [1, 0],
        [0, 1],
        [1, 1],
        [0, 2],
        [3, 0],
      ],
      0.5,
    ],
    [
      [2, 1, 2, 1, 2, 1],
      [
        [1, 0],
        [0, 1],
        [0, 0],
        [0, 2],
        [0, 0],
        [1, 1],
      ],
      0,
    ],
    [
      [0, 3],
      [
        [1, 1],
        [0, 1],
      ],
      4,
    ],
    [
      [2, 2],
      [
        [0, 0],
        [0, 0],
      ],
      9,
    ],
    [
      [90, 70],
      [
        [3, 4],
        [5, 6],
      ],
      0,
    ],
  ])('puts %j into %j of %f', (shape, around, constant) => {
    const x = numbers(shape);
    const y = tf.pad(x, around, constant);
    expect(y.shape).toEqual(shape.map((length, axis) => length + around[axis]![0] + around[axis]![1]));
    expectClose(y.dataSync(), padded(x, around, constant), { rtol: 0, atol: 0 });
    sameBits(`${shape} ${around}`, y);
  });

  test('takes integers and bools', () => {
    expect(tf.pad(tf.tensor1d([1, 2], 'int32'), [[1, 2]], 7).arraySync()).toEqual([7, 1, 2, 7, 7]);
    expect(tf.pad(tf.tensor1d([1, 0, 1], 'bool'), [[1, 1]]).arraySync()).toEqual([0, 1, 0, 1, 0]);
  });

  test('is no call back into JavaScript in a compiled step', () => {
    const step = compileStep(tf.backend() as WasmBackend, (x) => tf.add(tf.pad(x!, [[1, 1]], 2), 1));
    const x = tf.tensor1d([4, 5]);
    for (let run = 0; run < 5; run++) expect((step(x) as tf.Tensor).arraySync()).toEqual([3, 5, 6, 3]);
    expect(step.explain()).toContain(' 0 of them calls back into JavaScript');
    step.dispose();
  });

  test('agrees with finite differences', () => {
    const around: Around = [
      [1, 0],
      [2, 1],
    ];
    checkGradient((x) => tf.pad(x, around), [numbers([3, 4])]);
  });
});
