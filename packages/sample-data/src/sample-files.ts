import index from '../data/index.json';

/** One file of the folder `data`, as its index tells of it. */
export interface SampleFile {
  /** Its path in the folder `data`. */
  file: string;
  /** Images, labels, or lines of data. */
  rows: number;
  /** The licence's SPDX name. */
  licence: string;
  /** Who published the data. */
  publisher: string;
  /** The package they were taken from. */
  package: string;
  /** What was done to them since. */
  changes: string;
  /** Length of the file as it lies there. */
  bytes: number;
  sha256: string;
  /** The same of its contents, for a file that ends in `.gz`. */
  unpacked: { bytes: number; sha256: string };
}

/**
 * What lies in the folder `data` of this package, with licences, origins and checksums.
 *
 * @example
 * sampleFiles.find(({ file }) => file === 'iris.csv')?.rows; // 150
 */
export const sampleFiles: readonly SampleFile[] = index;
