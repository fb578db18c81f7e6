import { randomPermutation } from '@tenlab/core';
import { type Imdb, imdb, LabelArray, movieReviews, padSequences } from '@tenlab/datasets';
import type { DatasetOptions, LabData } from '../../define-lab';
import { ifHere } from './if-here';
import { type TextCodec, wordIndex } from './word-index';

/** Reviews as rows of word numbers, all of one length. */
export interface ReviewPart {
  x: { data: Int32Array; shape: readonly number[] };
  /** 1 for praise, 0 for blame. */
  y: LabelArray;
}

/** Reviews to learn from, to choose by, and to be tested on. */
export interface Reviews extends LabData {
  train: ReviewPart;
  validation: ReviewPart;
  test: ReviewPart;
  codec: TextCodec;
  numWords: number;
  /** The length of every row. */
  maxlen: number;
  /** Whether they are whole reviews (IMDB) or single sentences. */
  whole: boolean;
}

export interface ReviewOptions {
  /** How many words have a number of their own. */
  numWords: number;
  /** The first so many of each part only. */
  limit?: number | undefined;
}

/** Which sentence belongs to which part; the same for every run, so that runs can be compared. */
const splitSeed = 113;
const [sentenceTest, sentenceValidation, wholeValidation] = [2000, 1000, 10_000];

/**
 * IMDB's 50,000 reviews where Keras's file is on this machine, otherwise 10,605 sentences of reviews, which are always there.
 *
 * The index of words is made from the training part alone: what the test set holds is not to be known.
 */
export async function loadReviews(options: DatasetOptions, { numWords, limit }: ReviewOptions): Promise<Reviews> {
  const { onProgress } = options;
  const whole = await ifHere(options, () => imdb({ numWords, offline: true, ...(onProgress && { onProgress }) }));
  return whole === undefined ? sentences(options, numWords, limit) : fromImdb(whole, numWords, limit);
}

async function sentences(options: DatasetOptions, numWords: number, limit?: number): Promise<Reviews> {
  const { name, source, sha256, texts, labels } = await movieReviews(options);
  const order = Array.from(randomPermutation(texts.length, splitSeed));
  const held = sentenceTest + sentenceValidation;
  const indices = {
    test: order.slice(0, sentenceTest).slice(0, limit),
    validation: order.slice(sentenceTest, held).slice(0, limit),
    train: order.slice(held).slice(0, limit),
  };
  const codec = wordIndex(
    indices.train.map((index) => texts[index]!),
    numWords,
  );
  const maxlen = 48;
  const part = (which: readonly number[]): ReviewPart => ({
    x: padded(
      which.map((index) => codec.encode(texts[index]!)),
      maxlen,
    ),
    y: new LabelArray(Uint8Array.from(which, (index) => labels.data[index]!)),
  });
  const counts = { train: indices.train.length, test: indices.test.length };
  const parts = { train: part(indices.train), validation: part(indices.validation), test: part(indices.test) };
  return { name, source, sha256, counts, ...parts, codec, numWords, maxlen, whole: false };
}

function fromImdb(set: Imdb, numWords: number, limit?: number): Reviews {
  const { name, source, sha256, train, test } = set;
  const held = Math.min(wholeValidation, Math.floor(train.x.length / 2));
  const maxlen = 256;
  const part = ({ x, y }: Imdb['train'], from: number, to = x.length): ReviewPart => {
    const end = Math.min(to, from + (limit ?? to));
    return { x: padded(x.slice(from, end), maxlen), y: y.slice(from, end) };
  };
  const parts = { train: part(train, held), validation: part(train, 0, held), test: part(test, 0) };
  const counts = { train: parts.train.y.length, test: parts.test.y.length };
  const codec = { decode: set.decode, encode: (text: string) => Array.from(set.encode(text)) };
  return { name, source, sha256, counts, ...parts, codec, numWords, maxlen, whole: true };
}

/** One length for all: short ones are filled with 0 behind, long ones lose their end. */
function padded(rows: readonly ArrayLike<number>[], maxlen: number): ReviewPart['x'] {
  return padSequences(rows, { maxlen, padding: 'post', truncating: 'post' });
}
