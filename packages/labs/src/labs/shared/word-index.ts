/** The numbers that stand for no word, as in Keras: filling, the start of a text, a word that is not in the index. */
export const marks = { padding: 0, start: 1, unknown: 2 } as const;

/**
 * The words of a text, in lower case, without punctuation.
 *
 * @example
 * wordsOf("It isn't bad, no!"); // ['it', "isn't", 'bad', 'no']
 */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:'\p{L}+)*/gu) ?? [];
}

/** Reads and writes texts as numbers of words. */
export interface TextCodec {
  encode(text: string): number[];
  decode(numbers: ArrayLike<number>): string;
}

/**
 * Numbers the most frequent words of the texts, from 3; of equally frequent words the one that comes first in the alphabet.
 *
 * @param size how many numbers there are, the three marks included
 *
 * @example
 * const { encode, decode } = wordIndex(['a good film', 'a bad film'], 6);
 * encode('A great film'); // [1, 3, 2, 5]
 * decode([1, 3, 2, 5, 0, 0]); // '[START] a [OOV] film'
 */
export function wordIndex(texts: Iterable<string>, size: number): TextCodec {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const byCount = [...counts].sort(([a, timesA], [b, timesB]) => timesB - timesA || (a < b ? -1 : 1));
  const words = byCount.slice(0, Math.max(0, size - 3)).map(([word]) => word);
  const numbers = new Map(words.map((word, index) => [word, index + 3]));
  const names = ['', '[START]', '[OOV]', ...words];
  return {
    encode: (text) => [marks.start, ...wordsOf(text).map((word) => numbers.get(word) ?? marks.unknown)],
    decode: (encoded) =>
      Array.from(encoded)
        .filter((number) => number !== marks.padding)
        .map((number) => names[number] ?? '[OOV]')
        .join(' '),
  };
}
