import { useBackend } from '@tenlab/core';
import { beforeAll, expect, test } from 'vitest';
import { Dense, Input, InputLayer, type KerasTensor } from '../index';
import { startAtInputs } from './clone-graph';

beforeAll(async () => {
  await useBackend('cpu');
});

test('a model that begins at input layers is left as it is', () => {
  const x = Input({ shape: [2] });
  const y = new Dense({ units: 1 }).apply(x);
  expect(startAtInputs(x, y)).toEqual({ inputs: x, outputs: y });
});

test('a model that begins in the middle gets an input layer there, and the same layers after it', () => {
  const middle = new Dense({ units: 3, name: 'middle' }).apply(Input({ shape: [2] }));
  const last = new Dense({ units: 1, name: 'last' });
  const output = last.apply(middle);
  const { inputs, outputs } = startAtInputs(middle, output) as { inputs: KerasTensor; outputs: KerasTensor };
  expect(inputs.history?.operation).toBeInstanceOf(InputLayer);
  expect(inputs.history?.operation.name).toBe('middleCLONE');
  expect(outputs).not.toBe(output);
  expect(outputs.history).toEqual({ operation: last, nodeIndex: 1, tensorIndex: 0 });
  expect(output.history?.nodeIndex).toBe(0);
});
