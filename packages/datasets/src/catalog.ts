import type { ImageArray } from './arrays/image-array';
import type { LabelArray } from './arrays/label-array';
import { autoMpg } from './auto-mpg';
import type { DownloadProgress } from './cache/fetch-into';
import { cifar10 } from './cifar10';
import { fashionMnist } from './fashion-mnist';
import { imdb } from './imdb';
import type { Examples } from './inspect/inspect-data';
import { iris } from './iris';
import { mnist } from './mnist';
import { movieReviews } from './movie-reviews';
import { stocks } from './stocks';
import type { Table } from './tables/table';

/** A data set that has been loaded, of whatever kind, ready to be looked over. */
export interface LoadedSet {
  source: string;
  sha256: string;
  licence: string;
  publisher: string;
  train: Examples;
  test?: Examples;
  classNames?: readonly string[];
}

/** How a set of the catalogue is loaded. */
export interface CatalogOptions {
  offline?: boolean;
  /** Only the whole set will do, not the part that a package brings. Default false. */
  full?: boolean;
  /** The address of a folder that has the published files by their names, to fetch them from instead of the usual places. */
  mirror?: string;
  onProgress?: (progress: DownloadProgress) => void;
}

/** A data set by name. */
export interface CatalogEntry {
  name: string;
  /** What it is, in a few words. */
  title: string;
  load(options?: CatalogOptions): Promise<LoadedSet>;
}

/**
 * All named data sets, to list, fetch, check or look over.
 *
 * @example
 * for (const { name, title } of datasetCatalog) console.log(name, title);
 */
export const datasetCatalog: readonly CatalogEntry[] = [
  {
    name: 'mnist',
    title: '60,000 + 10,000 handwritten digits, grey, 28 x 28',
    load: async (options) => fromImages(await mnist(ofWhole(options))),
  },
  {
    name: 'fashion-mnist',
    title: '60,000 + 10,000 clothes, grey, 28 x 28',
    load: async (options = {}) => fromImages(await fashionMnist({ ...ofWhole(options), full: options.full ?? false })),
  },
  {
    name: 'cifar10',
    title: '50,000 + 10,000 things and animals, colour, 32 x 32',
    load: async (options) => fromImages(await cifar10(ofWhole(options))),
  },
  {
    name: 'imdb',
    title: '25,000 + 25,000 film reviews as numbers of words',
    load: async (options) => {
      const { train, test, ...about } = await imdb(ofWhole(options));
      const part = ({ x, y }: typeof train): Examples => ({
        count: x.length,
        at: (index) => x[index]!,
        labels: y.data,
      });
      return { ...about, train: part(train), test: part(test) };
    },
  },
  {
    name: 'movie-reviews',
    title: '10,605 sentences of film reviews, rated',
    load: async (options) => {
      const { texts, labels, ...about } = await movieReviews(ofWhole(options));
      return { ...about, train: { count: texts.length, at: (index) => texts[index]!, labels: labels.data } };
    },
  },
  {
    name: 'iris',
    title: '150 flowers, four lengths each',
    load: async (options) => {
      const { table, y, featureNames, ...about } = await iris(ofWhole(options));
      return { ...about, train: { ...fromTable(table, featureNames), labels: y.data } };
    },
  },
  {
    name: 'auto-mpg',
    title: '406 cars and what they burn',
    load: async (options) => {
      const { table, ...about } = await autoMpg(ofWhole(options));
      return { ...about, train: fromTable(table, table.names.slice(0, 7)) };
    },
  },
  {
    name: 'sp500',
    title: '5,105 days of the S&P 500',
    load: async (options) => {
      const { table, ...about } = await stocks(ofWhole(options));
      return { ...about, train: fromTable(table, table.names.slice(1)) };
    },
  },
];

/** The options of a set that is always whole. */
function ofWhole({ full: _, mirror, ...options }: CatalogOptions = {}) {
  return mirror === undefined ? options : { ...options, mirrors: [mirror.replace(/\/*$/, '/')] };
}

interface Images extends Omit<LoadedSet, 'train' | 'test'> {
  train: { x: ImageArray; y: LabelArray };
  test: { x: ImageArray; y: LabelArray };
}

function fromImages({ train, test, ...about }: Images): LoadedSet {
  const part = ({ x, y }: Images['train']): Examples => {
    const size = x.data.length / x.length;
    return { count: x.length, at: (index) => x.data.subarray(index * size, (index + 1) * size), labels: y.data };
  };
  return { ...about, train: part(train), test: part(test) };
}

function fromTable(table: Table, names: readonly string[]): Examples {
  const columns = names.map((name) => table.numbers(name));
  return { count: table.length, at: (row) => Float64Array.from(columns, (column) => column[row]!) };
}
