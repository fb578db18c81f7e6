import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ArraySource } from './array-source';
import { readDataset, sliceDataset } from './read-data';

beforeAll(async () => {
  await useBackend('cpu');
});

const four = [[1], [2], [3], [4]];

describe('readDataset', () => {
  test('reads arrays, and lists and records of them', () => {
    const { x, y, samples } = readDataset('fit', { x: [tf.ones([4, 2]), four], y: { a: four, b: [1, 2, 3, 4] } }, {});
    expect(samples).toBe(4);
    expect((x as ArraySource[]).map(({ sampleShape }) => sampleShape)).toEqual([[2], [1]]);
    expect(Object.keys(y as object)).toEqual(['a', 'b']);
  });

  test('tells a list of arrays from an array of lists by the number of inputs', () => {
    const lists = [four, four];
    expect((readDataset('fit', { x: lists }, { inputs: 2 }).x as ArraySource[]).length).toBe(2);
    expect(readDataset('fit', { x: lists }, {}).samples).toBe(2);
    expect(readDataset('fit', { x: lists }, { inputs: 3 }).samples).toBe(2);
  });

  test('cuts all arrays alike', () => {
    const cut = sliceDataset(readDataset('fit', { x: { a: four }, y: four, sampleWeight: [1, 2, 3, 4] }, {}), 1, 3);
    expect(cut.samples).toBe(2);
    expect([...((cut.sampleWeight as ArraySource).values as Float32Array)]).toEqual([2, 3]);
  });

  test('refuses different numbers of samples, and what is no data', () => {
    expect(() => readDataset('fit', { x: four, y: [1, 2] }, {})).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: fit: all arrays must have the same number of samples. Received: 4 in \`x\`, 2 in \`y\`. The first axis of each array counts the samples; make them equally long.]`,
    );
    expect(() => readDataset('fit', { x: 5 as never }, {})).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: fit: \`x\` must be a tensor, an array, { data, shape }, or a list or record of these. Received: 5. Convert it, for example { data: new Float32Array(values), shape: [samples, features] }.]`,
    );
    expect(() => readDataset('fit', { x: new Map() as never }, {})).toThrow(/`x` must be a tensor/);
    expect(() => readDataset('fit', { x: { left: null as never } }, {})).toThrow(/`x.left`/);
  });
});
