import { LabelArray } from './arrays/label-array';
import { parseCsv } from './parse/csv';
import { checkWhere } from './sources/check-where';
import { type DataFile, type FileSetOptions, findDataFile } from './sources/find-data-file';
import { sampleMirrors } from './sources/sample-mirrors';

/** @internal */
export const movieReviewsFile: DataFile = {
  name: 'movie-reviews.tsv.gz',
  size: 1_383_098,
  sha256: 'c8293b0d942e90e223ea2c0955d969040d1a1be514a978b9af0698940bd13350',
  mirrors: sampleMirrors('movie-reviews.tsv.gz'),
  sample: true,
};

/** Sentences of film reviews with what people felt in them. */
export interface MovieReviews {
  name: 'movie-reviews';
  /** Where the data were found, for people. */
  source: string;
  sha256: string;
  licence: string;
  publisher: string;
  texts: readonly string[];
  /** The mean of at least 20 people's ratings, from -4 (very negative) to 4 (very positive). */
  sentiments: Float64Array;
  /** 1 for a sentiment above 0, else 0. 37 sentences have a sentiment of exactly 0. */
  labels: LabelArray;
  classNames: readonly string[];
}

/**
 * Movie reviews: 10,605 sentences from reviews of films, each rated by at least 20 people.
 *
 * Looks in this order, and `source` says where it was: `movie-reviews.tsv.gz` (or unpacked) in `~/.keras/datasets` (`$KERAS_HOME` is
 * respected); the npm package `@tenlab/sample-data`; a download, with SHA-256. With `folder` only that folder is used; with
 * `baseUrl`, as in a browser, the file is fetched from there.
 *
 * Throws a {@link TenlabError} for a damaged file, naming it, and where the data are not found and cannot be fetched.
 *
 * @example
 * const { texts, sentiments, labels } = await movieReviews();
 * [texts[2], sentiments[2], labels.data[2]]; // ['Effective but too tepid biopic', -0.6, 0]
 *
 * Source: C. J. Hutto, E. Gilbert, "VADER" (ICWSM 2014), on sentences from B. Pang, L. Lee (2004).
 */
export async function movieReviews(options: FileSetOptions = {}): Promise<MovieReviews> {
  checkWhere(options, ['bundled'], 'movieReviews');
  const { bytes, source } = await findDataFile('movie-reviews', movieReviewsFile, options);
  const table = parseCsv(
    new TextDecoder().decode(bytes),
    // Quotes are part of the sentences, and none is unknown.
    { delimiter: '\t', names: ['id', 'sentiment', 'text'], quotes: false, unknown: [] },
    movieReviewsFile.name,
  );
  const sentiments = table.numbers('sentiment');
  return {
    name: 'movie-reviews',
    source,
    sha256: movieReviewsFile.sha256!,
    licence: 'MIT',
    publisher: 'C. J. Hutto and E. Gilbert, 2014; https://github.com/cjhutto/vaderSentiment',
    texts: table.texts('text'),
    sentiments,
    labels: new LabelArray(Uint8Array.from(sentiments, (sentiment) => (sentiment > 0 ? 1 : 0))),
    classNames: ['negative', 'positive'],
  };
}
