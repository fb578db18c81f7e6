import { expect, test } from 'vitest';
import { Access } from '../../../assembly/program/operations';
import { isShared } from '../../program/instruction';
import { accessOf, expressionInstruction, laneOf } from './expression';

test.each([
  [[2, 3], [2, 3], { access: Access.Same, parameter: 0 }],
  [[1, 2, 3], [2, 3], { access: Access.Same, parameter: 0 }],
  [[], [4], { access: Access.Scalar, parameter: 0 }],
  [[3], [2, 3], { access: Access.Cycle, parameter: 3 }],
  [[1, 5, 3], [2, 5, 3], { access: Access.Cycle, parameter: 15 }],
  [[2, 1], [2, 7], { access: Access.Stretch, parameter: 7 }],
  [[2, 1, 1], [2, 3, 4], { access: Access.Stretch, parameter: 12 }],
  [[2, 1, 4], [2, 3, 4], undefined],
  [[1, 3, 1], [2, 3, 4], undefined],
])('a tensor of shape %j in %j is read so', (shape, outShape, expected) => {
  expect(accessOf(shape, outShape)).toEqual(expected);
});

test('complex numbers and strings are nothing for an expression', () => {
  expect(laneOf('complex64')).toBeUndefined();
  expect(laneOf('string')).toBeUndefined();
});

test('a small expression is done by one thread, a large one shared', () => {
  const expression = { inputs: [], operations: [{ operation: 1, a: 0, b: 0, c: 0 }], outputs: [] };
  expect(isShared(expressionInstruction({ ...expression, size: 10 }))).toBe(false);
  expect(isShared(expressionInstruction({ ...expression, size: 1_000_000 }))).toBe(true);
});
