import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { numbers } from '../testing/numbers';
import { onThreads } from '../testing/on-threads';

/** The sum by plain loops over all letters. */
function summed(equation: string, tensors: tf.Tensor[]): { values: number[]; shape: number[] } {
  const [left, out] = equation.replace(/\s/g, '').split('->') as [string, string];
  const terms = left.split(',');
  const lengths = new Map(
    terms.flatMap((term, i) => [...term].map((letter, axis) => [letter, tensors[i]!.shape[axis]!])),
  );
  const data = tensors.map((tensor) => tensor.dataSync());
  const offset = (term: string, at: Map<string, number>) =>
    [...term].reduce((sum, letter) => sum * lengths.get(letter)! + at.get(letter)!, 0);
  const shape = [...out].map((letter) => lengths.get(letter)!);
  const values = new Array<number>(shape.reduce((product, length) => product * length, 1)).fill(0);
  const letters = [...lengths.keys()];
  const walk = (index: number, at: Map<string, number>) => {
    if (index === letters.length) {
      values[offset(out, at)]! += terms.reduce((product, term, i) => product * data[i]![offset(term, at)]!, 1);
      return;
    }
    for (let i = 0; i < lengths.get(letters[index]!)!; i++) walk(index + 1, at.set(letters[index]!, i));
  };
  walk(0, new Map());
  return { values, shape };
}

onThreads('Einsum', (sameBits) => {
  test.each([
    ['ab,bc->ac', [3, 4], [4, 5]],
    ['ab,cb->ca', [3, 4], [5, 4]],
    ['ba,bc->ac', [4, 3], [4, 5]],
    ['abc,abd->acd', [2, 3, 4], [2, 3, 5]],
    ['btnh,bfnh->bnft', [2, 3, 2, 4], [2, 5, 2, 4]],
    ['bnft,btnh->bfnh', [2, 2, 5, 3], [2, 3, 2, 4]],
    ['a,b->ab', [3], [4]],
    ['a,a->', [5], [5]],
    ['ab,c->b', [2, 3], [4]],
    ['ab,ab->ab', [2, 3], [2, 3]],
    ['abc,bc->a', [2, 3, 4], [3, 4]],
    ['i j, j k -> i k', [2, 3], [3, 2]],
    [',->', [], []],
    ['abc,cde->abde', [2, 2, 3], [3, 2, 2]],
    ['ab,b->a', [20, 300], [300]],
  ] as [string, number[], number[]][])('is right for %s of %j and %j', (equation, a, b) => {
    const tensors = [numbers(a), numbers(b, 2)];
    const y = tf.einsum(equation, ...tensors);
    const expected = summed(equation, tensors);
    expect(y.shape).toEqual(expected.shape);
    expectClose(y.dataSync(), expected.values, { rtol: 1e-5, atol: 1e-4 });
    sameBits(equation, y);
  });

  test.each([
    ['abc->cab', [2, 3, 4]],
    ['ab->', [2, 3]],
    ['abc->b', [2, 3, 4]],
    ['a->a', [3]],
  ] as [string, number[]][])('is right for %s of %j alone', (equation, shape) => {
    const x = numbers(shape);
    expectClose(tf.einsum(equation, x).dataSync(), summed(equation, [x]).values, { atol: 1e-5 });
  });

  test('leaves no tensor behind', async () => {
    const [a, b] = [numbers([2, 3, 2, 4]), numbers([2, 5, 2, 4])];
    const held = tf.engine().backend.numDataIds();
    await expectNoLeak(() => tf.einsum('btnh,bfnh->bnft', a, b));
    await expectNoLeak(() => tf.einsum('abcd->abcd', a));
    expect(tf.engine().backend.numDataIds()).toBe(held);
  });

  test('multiplies integers as integers', () => {
    const y = tf.einsum('ab,b->a', tf.tensor2d([1, 2, 3, 4], [2, 2], 'int32'), tf.tensor1d([5, 6], 'int32'));
    expect([y.dtype, ...y.dataSync()]).toEqual(['int32', 17, 39]);
  });

  test('says what is wrong with an equation', () => {
    expect(() => tf.einsum('ab,bc->ad', numbers([2, 2]), numbers([2, 2]))).toThrow('label d');
    expect(() => tf.einsum('ab,bc->ac', numbers([2, 2]), numbers([3, 2]))).toThrow();
  });
});
