import { describe, expect, test } from 'vitest';
import { areEven, evenThresholds, thresholdList } from './thresholds';

describe('thresholds', () => {
  test('are made a list', () => {
    expect(thresholdList('Precision', 0.3, 0.5)).toEqual([0.3]);
    expect(thresholdList('Precision', null, 0.5)).toEqual([0.5]);
  });

  test('must be from 0 to 1', () => {
    expect(() => thresholdList('Precision', [0.5, 1.5], 0.5)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Precision: \`thresholds\` must be from 0 to 1. Received: 1.5. Pass probabilities; for logits apply a sigmoid first.]`,
    );
  });

  test('are evenly spread, ends included', () => {
    expect(evenThresholds(3)).toEqual([0, 0.5, 1]);
    expect(areEven([0, 0.5, 1])).toBe(true);
    expect(areEven([0, 0.4, 1])).toBe(false);
    expect(areEven([0, 1])).toBe(false);
  });
});
