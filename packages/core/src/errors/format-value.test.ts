import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { cpu } from '../backends/cpu';
import { formatValue } from './format-value';

class Dense {}

describe('formatValue', () => {
  it.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [true, 'true'],
    [-0, '-0'],
    [Number.NaN, 'NaN'],
    [12n, '12n'],
    ['relu', "'relu'"],
    ['two\nlines', "'two\\nlines'"],
    ['x'.repeat(61), `'${'x'.repeat(60)}…'`],
    [Symbol('a'), 'Symbol(a)'],
    [[], '[]'],
    [[1, 'a', [2, [3, [4]]]], "[1, 'a', [2, [3, […]]]]"],
    [[1, 2, 3, 4, 5, 6], '[1, 2, 3, 4, 5, 6]'],
    [[1, 2, 3, 4, 5, 6, 7], '[1, 2, 3, 4, 5, 6, … 7 items]'],
    [new Float32Array([0.5, 1]), 'Float32Array [0.5, 1]'],
    [new Uint8Array(1000), 'Uint8Array [0, 0, 0, 0, 0, 0, … 1000 items]'],
    [new BigInt64Array(1), 'BigInt64Array [0n]'],
    [{}, '{}'],
    [Object.create(null), '{}'],
    [{ units: 3, deep: { a: { b: 1 } } }, '{ units: 3, deep: { a: {…} } }'],
    [{ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7 }, '{ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, … 7 fields }'],
    [new Dense(), 'an object of class Dense'],
    [Dense, 'class Dense'],
    [Math.max, 'function max'],
    [
      (
        () => () =>
          1
      )(),
      'a function without a name',
    ],
    [new TypeError('bad'), 'TypeError: bad'],
    [new Map([[1, 2]]), 'Map of 1'],
    [new Set(), 'Set of 0'],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
    [new Date('never'), 'an invalid Date'],
    [new DataView(new ArrayBuffer(2)), 'an object of class DataView'],
  ])('%# writes a value briefly', (value, text) => {
    expect(formatValue(value)).toBe(text);
  });

  it('does not call getters: they may read a tensor or throw', () => {
    const record = {
      get loss(): number {
        throw new Error('read');
      },
    };
    expect(formatValue(record)).toBe('{ loss: (getter) }');
  });

  it('survives an object that holds itself', () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(formatValue(loop)).toBe('{ self: { self: {…} } }');
  });

  it('shows a tensor by type and shape, also when it is disposed', async () => {
    await cpu.start({});
    const tensor = tf.zeros([2, 3], 'int32');
    tensor.dispose();
    expect(formatValue(tensor)).toBe('Tensor int32 [2, 3]');
  });
});
