/** Reads and writes reviews as numbers of words. */
export interface WordCodec {
  /** The numbers of the words, before `indexFrom` is added. */
  readonly wordIndex: ReadonlyMap<string, number>;
  /** A review as text; what marks its start and left-out words reads [START] and [OOV], padding (0) is not shown. */
  decode(words: ArrayLike<number>): string;
  /** A text as a model that was trained on the reviews wants it: in lower case, without punctuation, unknown words as `oovChar`. */
  encode(text: string): Int32Array;
}

export interface WordCodecOptions {
  numWords?: number | null | undefined;
  skipTop?: number | undefined;
  startChar?: number | null | undefined;
  oovChar?: number | null | undefined;
  indexFrom?: number | undefined;
}

/** The characters that Keras's tokenizer drops. */
const punctuation = /[!"#$%&()*+,\-./:;<=>?@[\\\]^_`{|}~\t\n\r]/g;

/** Makes a codec of a word index and the numbers that `imdb` was loaded with. */
export function wordCodec(wordIndex: ReadonlyMap<string, number>, options: WordCodecOptions = {}): WordCodec {
  const { numWords, skipTop = 0, startChar = 1, oovChar = 2, indexFrom = 3 } = options;
  const words = new Map([...wordIndex].map(([word, index]) => [index + indexFrom, word]));
  if (startChar !== null) words.set(startChar, '[START]');
  if (oovChar !== null) words.set(oovChar, '[OOV]');
  const limit = numWords || Number.POSITIVE_INFINITY;
  return {
    wordIndex,
    decode: (numbers) =>
      Array.from(numbers)
        .filter((number) => number !== 0)
        .map((number) => words.get(number) ?? '[OOV]')
        .join(' '),
    encode: (text) => {
      const numbers = text
        .toLowerCase()
        .replace(punctuation, ' ')
        .split(/\s+/)
        .filter((word) => word !== '')
        .map((word) => (wordIndex.get(word) ?? Number.NaN) + indexFrom)
        .map((number) => (number >= skipTop && number < limit ? number : oovChar))
        .filter((number) => number !== null);
      return Int32Array.from(startChar === null ? numbers : [startChar, ...numbers]);
    },
  };
}
