import { describe, expect, it } from 'vitest';
import { formatMetric, formatRemaining, formatStepTime } from './format';

// What Python's f"{value:.4f}" and f"{value:.4e}" give in keras/src/utils/progbar.py.
describe('formatMetric', () => {
  it.each([
    [0.15034, '0.1503'],
    [-2.5, '-2.5000'],
    [1234.5, '1234.5000'],
    [0.001, '1.0000e-03'],
    [0.00012, '1.2000e-04'],
    [1e-12, '1.0000e-12'],
    [0, '0.0000e+00'],
    [Number.NaN, 'nan'],
    [Number.POSITIVE_INFINITY, 'inf'],
    [Number.NEGATIVE_INFINITY, '-inf'],
  ])('writes %d as %s', (value, text) => {
    expect(formatMetric(value)).toBe(text);
  });
});

describe('formatStepTime', () => {
  it.each([
    [0, '0s/step'],
    [2.4, '2s/step'],
    [0.0072, '7ms/step'],
    [0.00045, '450us/step'],
  ])('writes %d s as %s', (seconds, text) => {
    expect(formatStepTime(seconds)).toBe(text);
  });
});

describe('formatRemaining', () => {
  it.each([
    [0.4, '0s'],
    [59.9, '59s'],
    [75, '1:15'],
    [3725, '1:02:05'],
  ])('writes %d s as %s', (seconds, text) => {
    expect(formatRemaining(seconds)).toBe(text);
  });
});
