import { randomUniformValues } from '@tenlab/core';
import { expect, it } from 'vitest';
import { mutate, numbersPerCopy } from './mutate';

const good = Uint8Array.from({ length: 300 }, (_, index) => index % 251);

it('flips, replaces, cuts off, cuts out and fills, and leaves the file itself alone', () => {
  const before = good.slice();
  const lengths = new Set<string>();
  for (let way = 0; way < 6; way++) {
    const copy = mutate(good, Float32Array.of((way + 0.5) / 6, 0.4, 0.7, 0.9, 0.1, 0.3, 0.5, 0.9));
    expect([...copy]).not.toEqual([...good]);
    lengths.add(copy.length < good.length ? 'shorter' : 'as long');
  }
  expect([...lengths].sort()).toEqual(['as long', 'shorter']);
  expect(good).toEqual(before);
});

it('gives the same copy for the same numbers, and takes an empty file', () => {
  const numbers = randomUniformValues(600 * numbersPerCopy, { seed: 3 });
  for (let index = 0; index < 600; index++) {
    const own = numbers.subarray(numbersPerCopy * index, numbersPerCopy * (index + 1));
    expect(mutate(good, own)).toEqual(mutate(good, own));
    expect(mutate(new Uint8Array(), own).length).toBe(0);
  }
});
