import * as tf from '@tensorflow/tfjs-core';

export interface PadSequencesOptions {
  /** The length of all. Default: that of the longest. */
  maxlen?: number | null;
  dtype?: 'int32' | 'float32';
  /** Where short ones are filled up. Default `pre`. */
  padding?: 'pre' | 'post';
  /** Where long ones are cut. Default `pre`. */
  truncating?: 'pre' | 'post';
  /** What fills. Default 0. */
  value?: number;
}

/**
 * Lists of different lengths as one tensor `[lists, length]`, cut and filled up. Keras: `keras.utils.pad_sequences`.
 *
 * @example
 * padSequences([[1], [2, 3], [4, 5, 6]], { maxlen: 2 }).arraySync(); // [[0, 1], [2, 3], [5, 6]]
 */
export function padSequences(sequences: readonly ArrayLike<number>[], options: PadSequencesOptions = {}): tf.Tensor2D {
  const { dtype = 'int32', padding = 'pre', truncating = 'pre', value = 0 } = options;
  const length = options.maxlen ?? sequences.reduce((longest, { length: own }) => Math.max(longest, own), 0);
  const rows = sequences.map((sequence) => {
    const all = Array.from(sequence);
    const kept = truncating === 'pre' ? all.slice(Math.max(0, all.length - length)) : all.slice(0, length);
    const fill = Array<number>(length - kept.length).fill(value);
    return padding === 'pre' ? [...fill, ...kept] : [...kept, ...fill];
  });
  return tf.tensor2d(rows.flat(), [sequences.length, length], dtype);
}
