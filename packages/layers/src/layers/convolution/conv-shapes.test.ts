import { describe, expect, test } from 'vitest';
import { slidingShape, type Window } from './conv-shapes';

const window = (options: Partial<Window>): Window => ({
  size: [3],
  strides: [1],
  padding: 'valid',
  dataFormat: 'channels_last',
  ...options,
});

describe('slidingShape', () => {
  test.each([
    [{}, [null, 10, 4], [null, 8, 6]],
    [{ strides: [2] }, [null, 10, 4], [null, 4, 6]],
    [{ padding: 'same', strides: [2] }, [null, 9, 4], [null, 5, 6]],
    [{ padding: 'causal' }, [2, 9, 4], [2, 9, 6]],
    [{ dilationRate: [3] }, [2, 9, 4], [2, 3, 6]],
    [{ dataFormat: 'channels_first' }, [2, 4, 10], [2, 6, 8]],
    [{}, [2, null, 4], [2, null, 6]],
  ] as const)('with %o takes %o to %o', (options, input, output) => {
    expect(slidingShape('p', [...input], 6, window(options as Partial<Window>))).toEqual(output);
  });

  test('keeps the channels where none are given', () => {
    expect(slidingShape('p', [1, 5, 4], null, window({}))).toEqual([1, 3, 4]);
  });

  test('refuses an input smaller than the window', () => {
    expect(() => slidingShape("Conv1D 'c'", [1, 2, 4], 6, window({}))).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Conv1D 'c': the input must be at least 3 long along spatial axis 0. Received: shape (1, 2, 4). Use \`padding: 'same'\`, a smaller window, or fewer layers that shrink the input.]`,
    );
  });
});
