import { expect, test } from 'vitest';
import { judge } from './judge';

const deviation = (excess: number) => ({ what: 'value', excess, text: `off by ${excess}` });

test('passes where all is within tolerance', () => {
  expect(judge([deviation(0), deviation(1)])).toEqual({ passed: true, excess: 1, reason: '' });
});

test('names the worst and counts the others', () => {
  expect(judge([deviation(2), deviation(5), deviation(0)])).toEqual({
    passed: false,
    excess: 5,
    reason: 'off by 5 (and 1 more)',
  });
});

test('fails what is no number, and a case that compared nothing', () => {
  expect(judge([deviation(Number.NaN)]).passed).toBe(false);
  expect(judge([]).passed).toBe(false);
});
