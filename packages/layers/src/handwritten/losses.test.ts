import { describe, expect, test } from 'vitest';
import { meanSquaredError, softmaxCrossentropy } from './losses';

// That they are those of the real losses is in dense-network.test.ts.
describe('handwritten losses', () => {
  test('are what the documentation says', () => {
    expect(meanSquaredError([[1], [3]], [[2], [3]])).toEqual({ loss: 0.5, gradients: [[1], [0]] });
    const { loss, gradients } = softmaxCrossentropy([0], [[0, 0]]);
    expect(loss).toBeCloseTo(Math.log(2), 12);
    expect(gradients).toEqual([[-0.5, 0.5]]);
  });

  test('do not overflow', () => {
    expect(softmaxCrossentropy([1], [[1000, 1000]]).loss).toBeCloseTo(Math.log(2), 12);
  });

  test('refuse a label that is no class', () => {
    expect(() => softmaxCrossentropy([2], [[0, 0]])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: softmaxCrossentropy: labels must be whole numbers from 0 to 1. Received: 2. Give the last layer one unit per class.]`,
    );
  });
});
