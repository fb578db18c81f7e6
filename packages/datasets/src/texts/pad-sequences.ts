import { checkChoice, checkOptions, TenlabError } from '@tenlab/core';

export interface PadSequencesOptions {
  /** The length of all rows. Default: that of the longest. */
  maxlen?: number;
  /** Where shorter ones are filled. Default 'pre'. */
  padding?: 'pre' | 'post';
  /** Where longer ones are cut. Default 'pre'. */
  truncating?: 'pre' | 'post';
  /** What they are filled with. Default 0. */
  value?: number;
}

/**
 * Brings sequences of whole numbers to one length: int32 of shape [sequences, maxlen]. Keras: `pad_sequences`.
 *
 * @example
 * padSequences([[1, 2, 3], [4]], { maxlen: 2 }); // { data: Int32Array [2, 3, 0, 4], shape: [2, 2] }
 */
export function padSequences(
  sequences: readonly ArrayLike<number>[],
  options: PadSequencesOptions = {},
): { data: Int32Array; shape: [sequences: number, length: number] } {
  checkOptions(options, ['maxlen', 'padding', 'truncating', 'value'], 'padSequences');
  const longest = sequences.reduce((most, { length }) => Math.max(most, length), 0);
  const { maxlen = longest, padding = 'pre', truncating = 'pre', value = 0 } = options;
  checkChoice(padding, ['pre', 'post'], '`padding`', 'padSequences');
  checkChoice(truncating, ['pre', 'post'], '`truncating`', 'padSequences');
  if (!Number.isInteger(maxlen) || maxlen < 0) {
    throw new TenlabError({
      code: 'invalid-argument',
      place: 'padSequences',
      expected: '`maxlen` to be a whole number from 0',
      received: maxlen,
      remedy: 'For example 256.',
    });
  }
  const data = new Int32Array(sequences.length * maxlen).fill(value);
  for (const [row, sequence] of sequences.entries()) {
    const count = Math.min(sequence.length, maxlen);
    const from = truncating === 'pre' ? sequence.length - count : 0;
    const to = row * maxlen + (padding === 'pre' ? maxlen - count : 0);
    for (let index = 0; index < count; index++) data[to + index] = sequence[from + index]!;
  }
  return { data, shape: [sequences.length, maxlen] };
}
