import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Dense, Input, Model, Sequential } from '../index';
import { readDataset } from './data/read-data';
import { arrayCounts, openData, splitDataset } from './open-data';

beforeAll(async () => {
  await useBackend('cpu');
});

const model = () => new Sequential([new Dense({ units: 1, inputShape: [1] })]);

describe('openData', () => {
  test('knows the numbers of arrays of a graph', () => {
    const [a, b] = [Input({ shape: [1] }), Input({ shape: [1] })];
    const graph = new Model({ inputs: [a, b], outputs: new Dense({ units: 1 }).apply(a) });
    expect(arrayCounts(graph)).toEqual({ inputs: 2, outputs: 1 });
    expect(arrayCounts(new Sequential())).toEqual({});
  });

  test('makes batches of arrays, or takes those that come', () => {
    expect(openData('fit', model(), { x: [[1], [2], [3]], batchSize: 2 }).source.steps).toBe(2);
    const { source, dataset } = openData('fit', model(), { x: [[1]].values() as never });
    expect([source.steps, dataset]).toEqual([null, null]);
  });

  test('refuses beside batches what they carry themselves', () => {
    const batches = function* () {
      yield [[1]];
    };
    expect(() => openData('fit', model(), { x: batches, y: [1] })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: fit: there must be no \`y\` beside data that comes in batches. Received: \`y\`. Let the batches carry it: [x, y] or [x, y, sampleWeight].]`,
    );
    expect(() => openData('fit', model(), { x: batches, batchSize: 2 })).toThrow(/no `batchSize` beside/);
  });
});

test('splitDataset takes the last part, as Keras does', () => {
  const dataset = readDataset('fit', { x: Array.from({ length: 10 }, (_, i) => [i]) }, {});
  const [front, back] = splitDataset('fit', dataset, 0.25);
  expect([front.samples, back.samples]).toEqual([7, 3]);
});
