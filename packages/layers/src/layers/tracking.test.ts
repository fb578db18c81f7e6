import { SeedGenerator, useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Dense, Layer } from './index';
import { isRandomState, tracked } from './tracking';

beforeAll(async () => {
  await useBackend('cpu');
});

const isLayer = (value: object): value is Layer => value instanceof Layer;

describe('tracked', () => {
  test('finds what is in properties, lists, records and maps, each once and in order', () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => new Dense({ units: 1, name }));
    const owner = { first: a, list: [b, [a]], record: { deep: { c } }, map: new Map([['d', d]]), other: 5, none: null };
    expect(tracked(owner, isLayer).map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('does not look into objects of classes', () => {
    class Holder {
      layer = new Dense({ units: 1 });
    }
    expect(tracked({ holder: new Holder() }, isLayer)).toEqual([]);
  });

  test('knows random states', () => {
    const generator = new SeedGenerator({ seed: 1 });
    expect(tracked({ generator, x: { state: 1 } }, isRandomState)).toEqual([generator]);
  });
});
