import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Dense, Input, Model, Sequential } from '../index';
import type { ArrayInput } from './data/array-source';
import { readDataset } from './data/read-data';
import { expectValidationFits } from './expect-validation-fits';

beforeAll(async () => {
  await useBackend('cpu');
});

const data = (x: ArrayInput, y: ArrayInput) => readDataset('fit', { x, y }, {});
const zeros = (...shape: number[]) => ({ data: new Float32Array(shape.reduce((a, b) => a * b, 1)), shape });

// What fit makes of it is in bad-data.test.ts.
describe('expectValidationFits', () => {
  const graph = () => {
    const steps = Input({ shape: [null, 3], name: 'steps' });
    return new Model({ inputs: steps, outputs: new Dense({ units: 1 }).apply(steps) });
  };
  const check = (model: Model, given: [ArrayInput, ArrayInput], trained: [ArrayInput, ArrayInput]) => () =>
    expectValidationFits('validation', model, data(...given), data(...trained));

  test('holds inputs to the shapes of the graph, and targets to the axes of those trained on', () => {
    expect(check(graph(), [zeros(2, 7, 3), zeros(2, 7)], [zeros(4, 5, 3), zeros(4, 5, 1)])).not.toThrow();
    expect(
      check(graph(), [zeros(2, 7, 2), zeros(2, 7)], [zeros(4, 5, 3), zeros(4, 5)]),
    ).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: validation: input 'steps' must have shape (None, None, 3), as in training. Received: shape (2, 7, 2). Prepare both data sets in the same way.]`,
    );
    expect(check(graph(), [zeros(2, 7, 3), zeros(2)], [zeros(4, 5, 3), zeros(4, 5)])).toThrow(
      /`y` must have shape \(None, 5\)/,
    );
  });

  test('leaves inputs to a model without a graph', () => {
    const stack = new Sequential([new Dense({ units: 1 })]);
    expect(check(stack, [zeros(2, 2), zeros(2)], [zeros(4, 3), zeros(4)])).not.toThrow();
  });
});
