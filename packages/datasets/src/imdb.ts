import { readNpzObjects, toNumbers } from '@tenlab/checkpoint';
import { inWords, TenlabError } from '@tenlab/core';
import { LabelArray } from './arrays/label-array';
import { checkWhere } from './sources/check-where';
import { type DataFile, type FileSetOptions, findDataFile } from './sources/find-data-file';
import { type ImdbWordOptions, prepareReviews, type RawReviews } from './texts/imdb-reviews';
import { type WordCodec, wordCodec } from './texts/word-index';

const mirrors = [
  'https://storage.googleapis.com/tensorflow/tf-keras-datasets',
  'https://s3.amazonaws.com/text-datasets',
] as const;

/** @internal */
export const imdbFiles = {
  reviews: {
    name: 'imdb.npz',
    size: 17_464_789,
    sha256: '69664113be75683a8fe16e3ed0ab59fda8886cb3cd7ada244f7d9544e4676b9f',
    mirrors: mirrors.map((folder) => `${folder}/imdb.npz`),
    mayBeOwn: true,
  },
  words: {
    name: 'imdb_word_index.json',
    size: 1_641_221,
    // Keras, which publishes it, gives no other checksum.
    md5: 'bfafd718b763782e994055a2d397834f',
    mirrors: mirrors.map((folder) => `${folder}/imdb_word_index.json`),
    mayBeOwn: true,
  },
} as const satisfies Record<string, DataFile>;

/** Where to look for IMDB, and which words to keep. `mirrors` are addresses of folders that hold both files. */
export type ImdbOptions = Omit<FileSetOptions, 'bundled'> & ImdbWordOptions;

/** Film reviews as numbers of words. */
export interface Imdb extends WordCodec {
  name: 'imdb';
  /** Where the data were found, for people. */
  source: string;
  /** Of `imdb.npz` as it is published. */
  sha256: string;
  licence: string;
  publisher: string;
  /** Reviews of different lengths: `padSequences` brings them to one. Labels: 1 for praise, 0 for blame. */
  train: { x: Int32Array[]; y: LabelArray };
  test: { x: Int32Array[]; y: LabelArray };
  classNames: readonly string[];
}

/**
 * IMDB: 25,000 + 25,000 film reviews, half of them praise, each word as its number by frequency; with the index of words.
 *
 * Options, order and numbers are those of Keras's `imdb.load_data`: `numWords`, `skipTop`, `maxlen`, `seed`, `startChar`, `oovChar`,
 * `indexFrom`. `decode` makes text of a review again, `encode` numbers of a text.
 *
 * Looks for `imdb.npz` and `imdb_word_index.json` in `~/.keras/datasets` (`$KERAS_HOME` is respected), where Python Keras keeps them
 * too, then downloads them there, with Keras's checksums. With `folder` only that folder is used; with `baseUrl`, as in a browser, both are
 * fetched from there. No package brings these reviews: offline, `movieReviews` is at hand.
 *
 * Throws a {@link TenlabError} for a damaged file, naming it, and where the data are not found and cannot be fetched.
 *
 * @example
 * const { train, decode } = await imdb({ numWords: 10_000 });
 * decode(train.x[0]!).slice(0, 60); // '[START] this film was just brilliant casting location scenery'
 *
 * Source: A. Maas et al. (2011), https://ai.stanford.edu/~amaas/data/sentiment/; Keras: `keras.datasets.imdb`.
 */
export async function imdb(options: ImdbOptions = {}): Promise<Imdb> {
  const wordOptions = ['numWords', 'skipTop', 'maxlen', 'seed', 'startChar', 'oovChar', 'indexFrom'];
  checkWhere(options, wordOptions, 'imdb');
  const where = (name: string): FileSetOptions => ({
    ...options,
    ...(options.mirrors && { mirrors: options.mirrors.map((folder) => `${folder.replace(/\/$/, '')}/${name}`) }),
  });
  const { reviews, words } = imdbFiles;
  const found = await findDataFile('imdb', reviews, where(reviews.name));
  const index = await findDataFile('imdb', words, where(words.name));
  const raw = readReviews(found.bytes, found.source);
  const { train, test } = prepareReviews(raw, options);
  const counts = `${raw.train.x.length} + ${raw.test.x.length}`;
  return {
    name: 'imdb',
    source: found.published ? found.source : `${found.source} (not the published set: ${counts} reviews of its own)`,
    sha256: reviews.sha256,
    licence: "Stanford's: to cite A. Maas et al. (2011)",
    publisher: 'A. Maas et al., https://ai.stanford.edu/~amaas/data/sentiment/',
    train: { x: train.x, y: new LabelArray(train.y) },
    test: { x: test.x, y: new LabelArray(test.y) },
    classNames: ['negative', 'positive'],
    ...wordCodec(readWords(index.bytes, index.source), options),
  };
}

function readReviews(bytes: Uint8Array, place: string): RawReviews {
  const arrays = readNpzObjects(bytes, { place, names: ['x_train', 'y_train', 'x_test', 'y_test'] });
  const part = (name: 'train' | 'test'): RawReviews['train'] => {
    const [x, y] = [arrays.get(`x_${name}`)!, arrays.get(`y_${name}`)!];
    const reviews = x.dtype === 'object' ? x.data : [];
    const isWords = (review: unknown) => Array.isArray(review) && review.every((word) => Number.isInteger(word));
    if (x.dtype !== 'object' || !reviews.every(isWords) || y.dtype === 'object' || y.shape[0] !== reviews.length) {
      throw new TenlabError({
        code: 'invalid-file',
        place: `${place}, x_${name}`,
        expected: 'lists of word numbers, and a label for each',
        received: inWords(`${x.dtype} of shape [${x.shape}], ${y.dtype} of shape [${y.shape}]`),
        remedy: 'Move this file away: the published one is fetched in its place.',
      });
    }
    return { x: reviews as unknown as number[][], y: toNumbers(y) };
  };
  return { train: part('train'), test: part('test') };
}

function readWords(bytes: Uint8Array, place: string): Map<string, number> {
  try {
    const words = Object.entries(JSON.parse(new TextDecoder().decode(bytes)) as Record<string, number>);
    if (words.every(([, index]) => Number.isInteger(index))) return new Map(words);
  } catch (cause) {
    throw notAnIndex(place, cause);
  }
  throw notAnIndex(place);
}

function notAnIndex(place: string, cause?: unknown): TenlabError {
  return new TenlabError({
    code: 'invalid-file',
    place,
    expected: 'a JSON record of words and their numbers',
    received: inWords(cause instanceof Error ? cause.message : 'something else'),
    remedy: 'Move this file away: the published one is fetched in its place.',
    cause,
  });
}
