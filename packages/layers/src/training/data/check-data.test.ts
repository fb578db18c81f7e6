import { describe, expect, test } from 'vitest';
import { ArraySource } from './array-source';
import { expectLabels, expectNoNaN } from './check-data';

describe('expectNoNaN', () => {
  test('says where the first NaN is', () => {
    const data = ArraySource.from('fit', 'x', [
      [1, 2],
      [3, Number.NaN],
    ]);
    expect(() => expectNoNaN('fit', 'x', [data])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: fit: \`x\` must hold numbers only. Received: NaN in sample 1, element 1. Drop or fill in missing values before training.]`,
    );
    expect(() => expectNoNaN('fit', 'x', ArraySource.from('fit', 'x', Uint8Array.of(1)))).not.toThrow();
    expect(() => expectNoNaN('fit', 'x', ArraySource.from('fit', 'x', [Number.POSITIVE_INFINITY]))).not.toThrow();
  });
});

describe('expectLabels', () => {
  test('takes whole numbers from 0 to below the number of classes', () => {
    expect(() => expectLabels('fit', 'y', [0, 9, 3], 10)).not.toThrow();
    expect(() => expectLabels('fit', 'y', [0, 12], 10)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: fit: labels in \`y\` must be whole numbers from 0 to 9, as the model has 10 outputs. Received: 12 at index 1. Number the classes from 0, or give the last layer as many units as there are classes.]`,
    );
    for (const bad of [-1, 0.5, Number.NaN, 10]) expect(() => expectLabels('fit', 'y', [bad], 10)).toThrow();
  });
});
