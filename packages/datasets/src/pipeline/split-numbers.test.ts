import { describe, expect, it } from 'vitest';
import { expectResumable } from '../testing/expect-resumable';
import { Dataset } from './dataset';
import { partSizes } from './split-numbers';

describe('partSizes', () => {
  it.each([
    [10, [0.8, 0.2], [8, 2]],
    [10, [0.5], [5]],
    [7, [1 / 3, 1 / 3, 1 / 3], [2, 3, 2]],
    [3, [0.1, 0.9], [0, 3]],
  ])('divides %i by %j', (count, fractions, sizes) => {
    expect(partSizes(count, fractions)).toEqual(sizes);
  });

  it.each([[[]], [[0.5, 0.6]], [[-0.1, 0.5]], [[0]], [[Number.NaN]]])('refuses %j', (fractions) => {
    expect(() => partSizes(10, fractions)).toThrow('fractions above 0 that add up to at most 1');
  });
});

const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];

describe('Dataset.split', () => {
  it('divides in order', async () => {
    const [train, test] = Dataset.fromArrays(letters).split([0.8, 0.2]);
    expect([(await train!.toArray()).join(''), (await test!.toArray()).join('')]).toEqual(['abcdefgh', 'ij']);
    expect([train!.size, test!.size]).toEqual([8, 2]);
  });

  it('divides by chance, no element in two parts, the same for the same seed', async () => {
    const parts = () => Dataset.fromArrays(letters).split([0.5, 0.5], { shuffle: true, seed: 1 });
    const [first, second] = parts();
    const all = [...(await first!.toArray()), ...(await second!.toArray())];
    expect(all).not.toEqual(letters);
    expect([...all].sort()).toEqual(letters);
    expect(await parts()[0]!.toArray()).toEqual(await first!.toArray());
  });

  it('divides what can only be read in order', async () => {
    const data = Dataset.fromGenerator(() => letters, { length: 10 });
    const [first, second] = data.split([0.5, 0.5], { shuffle: true, seed: 1 });
    expect([...(await first!.toArray()), ...(await second!.toArray())].sort()).toEqual(letters);
  });

  it('refuses data of unknown size', () => {
    expect(() => Dataset.fromGenerator(() => letters).split([1])).toThrow('to know how many elements there are');
    expect(() => Dataset.fromArrays(letters).repeat().split([1])).toThrow('data without end');
  });

  it('goes on exactly where it was', () =>
    expectResumable(() => Dataset.fromArrays(letters).split([0.5, 0.5], { shuffle: true, seed: 1 })[1]!));
});

describe('Dataset.stratifiedSplit', () => {
  const animals = [...Array(80).fill('cat'), ...Array(20).fill('dog')];

  it('gives each part the same share of each class', async () => {
    const data = Dataset.fromArrays(
      animals.map((_, index) => index),
      animals,
    );
    const [train, test] = await data.stratifiedSplit([0.75, 0.25], ([, label]) => label, { seed: 1 });
    const count = async (part: typeof train) => {
      const labels = (await part!.toArray()).map(([, label]) => label);
      return ['cat', 'dog'].map((animal) => labels.filter((label) => label === animal).length);
    };
    expect([await count(train), await count(test)]).toEqual([
      [60, 15],
      [20, 5],
    ]);
    const all = [...(await train!.toArray()), ...(await test!.toArray())].map(([index]) => index);
    expect(new Set(all).size).toBe(100);
  });

  it('refuses classes that are none, and parts without elements', async () => {
    const data = Dataset.fromArrays(animals);
    await expect(data.stratifiedSplit([0.5], () => ({}))).rejects.toThrow('a number, text or truth as label');
    await expect(data.stratifiedSplit([0.001, 0.9], (animal) => animal)).rejects.toThrow('elements in every part');
  });
});
