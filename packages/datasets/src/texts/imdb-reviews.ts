import { inWords, TenlabError } from '@tenlab/core';
import { NumpyShuffle } from './numpy-shuffle';

/** Which words of the reviews are kept, and by which numbers: Keras's arguments and defaults. */
export interface ImdbWordOptions {
  /** Keep only the so many most frequent words. Default: all. */
  numWords?: number | null;
  /** Leave out the so many most frequent words. Default 0. */
  skipTop?: number;
  /** Leave out reviews that are as long or longer. Default: none. */
  maxlen?: number | null;
  /** What the order of the reviews depends on. Default 113. */
  seed?: number;
  /** Put before each review; null for nothing. Default 1. */
  startChar?: number | null;
  /** Put in place of words that are left out; null leaves no trace of them. Default 2. */
  oovChar?: number | null;
  /** Added to each word's number. Default 3. */
  indexFrom?: number;
}

/** Reviews as numbers of words, with labels. */
export interface Reviews {
  x: Int32Array[];
  y: Uint8Array;
}

/** The parts of Keras's file. */
export interface RawReviews {
  train: { x: readonly ArrayLike<number>[]; y: ArrayLike<number> };
  test: { x: readonly ArrayLike<number>[]; y: ArrayLike<number> };
}

/** Does with the reviews of the file what Keras's `imdb.load_data` does. Throws where `maxlen` leaves no review. */
export function prepareReviews(raw: RawReviews, options: ImdbWordOptions = {}): { train: Reviews; test: Reviews } {
  const { numWords, skipTop = 0, maxlen, seed = 113, startChar = 1, oovChar = 2, indexFrom = 3 } = options;
  const shuffle = new NumpyShuffle(seed);
  const train = arranged(raw.train, shuffle, startChar, indexFrom);
  const test = arranged(raw.test, shuffle, startChar, indexFrom);
  if (maxlen) for (const part of [train, test]) leaveOutLong(part, maxlen);
  const limit = numWords || largest([...train.x, ...test.x]);
  const isKept = (word: number) => word >= skipTop && word < limit;
  const words = (review: Int32Array) =>
    oovChar === null ? review.filter(isKept) : review.map((word) => (isKept(word) ? word : oovChar));
  const finished = ({ x, y }: Arranged): Reviews => ({ x: x.map(words), y: Uint8Array.from(y) });
  return { train: finished(train), test: finished(test) };
}

interface Arranged {
  x: Int32Array[];
  y: number[];
}

function arranged(
  { x, y }: RawReviews['train'],
  shuffle: NumpyShuffle,
  startChar: number | null,
  indexFrom: number,
): Arranged {
  const order = Array.from(shuffle.shuffle(x.length));
  const start = startChar === null ? [] : [startChar];
  return {
    x: order.map((index) => Int32Array.from([...start, ...Array.from(x[index]!, (word) => word + indexFrom)])),
    y: order.map((index) => y[index]!),
  };
}

function leaveOutLong(part: Arranged, maxlen: number): void {
  const kept = part.x.map(({ length }) => length < maxlen);
  if (!kept.some(Boolean)) {
    throw new TenlabError({
      code: 'not-enough-data',
      place: 'imdb',
      expected: `reviews of less than \`maxlen\` words`,
      received: inWords(`none below ${maxlen}`),
      remedy: 'Take a larger `maxlen`.',
    });
  }
  part.x = part.x.filter((_, index) => kept[index]);
  part.y = part.y.filter((_, index) => kept[index]);
}

function largest(reviews: readonly Int32Array[]): number {
  let most = 0;
  for (const review of reviews) for (const word of review) if (word > most) most = word;
  return most;
}
