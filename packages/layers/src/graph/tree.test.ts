import { describe, expect, test } from 'vitest';
import { flatten, formOf, isRecord, mapTree, packAs } from './tree';

describe('trees', () => {
  const tree = { b: [1, { z: 2, a: 3 }], a: 0 };

  test('are walked in the order of sorted keys, as Keras does', () => {
    expect(flatten<number>(tree)).toEqual([0, 1, 3, 2]);
    expect(flatten(5)).toEqual([5]);
    expect(flatten([])).toEqual([]);
  });

  test('keep their form when leaves change', () => {
    expect(mapTree(tree, (n: number) => n * 10)).toEqual({ a: 0, b: [10, { a: 30, z: 20 }] });
    expect(packAs(tree, ['w', 'x', 'y', 'z'])).toEqual({ a: 'w', b: ['x', { a: 'y', z: 'z' }] });
  });

  test('have equal texts for equal forms', () => {
    expect(formOf([1, { a: 2 }])).toBe('[*,{a:*}]');
    expect(formOf({ y: null, x: 1 })).toBe('{x:*,y:-}');
    expect(formOf([1, 2])).not.toBe(formOf([1, [2]]));
  });

  test('hold objects of classes as leaves', () => {
    expect(isRecord(new Map())).toBe(false);
    expect(isRecord(Object.create(null))).toBe(true);
    expect(flatten([new Map(), null])).toEqual([new Map(), null]);
  });
});
