import { expect, test } from 'vitest';
import { likeParameters } from './optimizer';

test('a state has the form of the parameters, and lists of its own', () => {
  const parameters = [[1, 2], [3]];
  const state = likeParameters(parameters, 0.5);
  expect(state).toEqual([[0.5, 0.5], [0.5]]);
  state[0]![0] = 9;
  expect(parameters).toEqual([[1, 2], [3]]);
});
