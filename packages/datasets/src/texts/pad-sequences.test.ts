import { describe, expect, it } from 'vitest';
import { padSequences } from './pad-sequences';

const rows = (sequences: number[][], options = {}) => {
  const { data, shape } = padSequences(sequences, options);
  return Array.from({ length: shape[0] }, (_, row) => [...data.subarray(row * shape[1], (row + 1) * shape[1])]);
};

// The examples of Keras's own documentation.
describe('padSequences', () => {
  const sequences = [[1], [2, 3], [4, 5, 6]];
  it.each([
    [
      {},
      [
        [0, 0, 1],
        [0, 2, 3],
        [4, 5, 6],
      ],
    ],
    [
      { value: -1 },
      [
        [-1, -1, 1],
        [-1, 2, 3],
        [4, 5, 6],
      ],
    ],
    [
      { padding: 'post' },
      [
        [1, 0, 0],
        [2, 3, 0],
        [4, 5, 6],
      ],
    ],
    [
      { maxlen: 2 },
      [
        [0, 1],
        [2, 3],
        [5, 6],
      ],
    ],
    [
      { maxlen: 2, truncating: 'post' },
      [
        [0, 1],
        [2, 3],
        [4, 5],
      ],
    ],
  ])('with %j', (options, expected) => {
    expect(rows(sequences, options)).toEqual(expected);
  });

  it('takes typed arrays, and nothing at all', () => {
    expect(padSequences([Int32Array.of(7)], { maxlen: 2 })).toEqual({ data: Int32Array.of(0, 7), shape: [1, 2] });
    expect(padSequences([])).toEqual({ data: new Int32Array(), shape: [0, 0] });
  });

  it('refuses what it does not know', () => {
    // @ts-expect-error: an option that does not exist
    expect(() => padSequences([], { maxLen: 2 })).toThrow('Did you mean `maxlen`?');
    expect(() => padSequences([[1]], { maxlen: 1.5 })).toThrow('Received: 1.5');
    // @ts-expect-error: a choice that does not exist
    expect(() => padSequences([[1]], { padding: 'left' })).toThrow("one of 'pre', 'post'");
  });
});
