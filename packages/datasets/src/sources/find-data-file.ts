import { inWords, TenlabError } from '@tenlab/core';
import { type Checksum, expectChecksum } from '../cache/checksum';
import { download } from '../cache/download';
import { kerasFolder, shortPath } from '../cache/folder';
import { isOffline } from '../cache/offline';
import { gunzip, isGzip } from '../platform/gunzip';
import { nodeModule } from '../platform/node-modules';
import { fetchBytes } from './fetch-bytes';
import type { ImageSetOptions } from './image-set';
import { mirrorAddress } from './mirror-address';
import { findPackage, notBundled } from './npm-package';

/** A file of a data set. Of one whose name ends in `.gz`, size and checksum are those of what it holds. */
export type DataFile = Checksum & {
  name: string;
  /** Bytes. */
  size: number;
  /** Addresses of it, to be tried in order. */
  mirrors: readonly string[];
  /** Whether @tenlab/sample-data has it. Default false. */
  sample?: boolean;
  /** Whether a file of this name with other contents, found on this machine, is a set of someone's own. Default false: it is damaged. */
  mayBeOwn?: boolean;
};

/** What a file holds, and where it was found, for people. */
export interface FoundFile {
  bytes: Uint8Array;
  source: string;
  /** Whether it is what the publisher put out. */
  published: boolean;
}

/** Where to look for a data set. */
export type FileSetOptions = Omit<ImageSetOptions, 'full'>;

/**
 * Finds a file of a set and gives what it holds: in the folder named, or at `baseUrl`; else in Keras's folder, in @tenlab/sample-data, by
 * download into Keras's folder, in that order. Of what is bundled, in @tenlab/sample-data alone.
 *
 * What is found is checked and used, or is an error: a damaged file is never passed over for the next place in silence.
 */
export async function findDataFile(set: string, file: DataFile, options: FileSetOptions): Promise<FoundFile> {
  const { baseUrl, folder, bundled = false, onProgress } = options;
  if (baseUrl !== undefined) {
    const url = `${baseUrl.replace(/\/$/, '')}/${file.name}`;
    const bytes = await fetchBytes(url, { size: file.size + (isPacked(file) ? gzipOverhead : 0), onProgress });
    const remedy = 'Put the published file at this address, unchanged.';
    return { ...(await contentsOf(file, bytes, url, remedy)), source: `download from ${baseUrl}` };
  }
  if (bundled) {
    const found = await fromSample(file);
    if (found === undefined) throw notBundled(set, '@tenlab/sample-data');
    return found;
  }
  const place = folder ?? kerasFolder();
  return (
    (await fromFolder(file, place, 'Move this file away: the published one is taken in its place.')) ??
    (folder === undefined ? await fromSample(file) : undefined) ??
    (await fromMirror(set, file, place, options))
  );
}

/** A gzip file may be so much longer than what it holds. */
const gzipOverhead = 1024;

function isPacked({ name }: DataFile): boolean {
  return name.endsWith('.gz');
}

async function fromFolder(file: DataFile, folder: string, remedy: string) {
  const { join } = nodeModule('path');
  const names = isPacked(file) ? [file.name, file.name.slice(0, -'.gz'.length)] : [file.name];
  for (const path of names.map((name) => join(folder, name))) {
    const bytes = await nodeModule('fs').promises.readFile(path).catch(unlessMissing);
    if (bytes === undefined) continue;
    return { ...(await contentsOf(file, bytes, shortPath(path), remedy)), source: shortPath(path) };
  }
  return undefined;
}

async function fromSample(file: DataFile) {
  const installed = file.sample ? findPackage('@tenlab/sample-data') : undefined;
  if (installed === undefined) return undefined;
  const remedy = 'Install the package again: npm install --force @tenlab/sample-data';
  const found = await fromFolder(file, nodeModule('path').join(installed.folder, 'data'), remedy);
  return found && { ...found, source: `npm @tenlab/sample-data ${installed.version}` };
}

async function fromMirror(set: string, file: DataFile, folder: string, options: FileSetOptions) {
  const { offline = false, mirrors = file.mirrors, onProgress } = options;
  const path = nodeModule('path').join(folder, file.name);
  if (offline || isOffline()) {
    const looked = [`no ${file.name} in ${shortPath(folder)}`];
    if (file.sample && options.folder === undefined) looked.push('no npm package @tenlab/sample-data');
    throw new TenlabError({
      code: 'offline',
      place: set,
      expected: `the data on this machine, as downloads are off (${offline ? '`offline: true`' : 'TENLAB_OFFLINE'})`,
      received: inWords(looked.join(', ')),
      remedy: `${file.sample ? 'Run `npm install @tenlab/sample-data`, or put' : 'Put'} ${file.name} at ${shortPath(path)} (from ${mirrors.join(' or ')}), or allow the download.`,
    });
  }
  const url = await download({
    ...checksumOf(file),
    urls: mirrors.map((mirror) => mirrorAddress(mirror, file.name)),
    path,
    packed: isPacked(file),
    size: isPacked(file) ? undefined : file.size,
    onProgress,
    ...(file.sample && { remedy: 'Or run `npm install @tenlab/sample-data`, which brings the data.' }),
  });
  const bytes = await nodeModule('fs').promises.readFile(path);
  return {
    ...(await contentsOf(file, bytes, shortPath(path), 'Try again: the file has changed since it was fetched.')),
    source: `download from ${url}, kept as ${shortPath(path)}`,
  };
}

async function contentsOf(file: DataFile, bytes: Uint8Array, place: string, remedy: string) {
  const contents = isPacked(file) && isGzip(bytes) ? await gunzip(bytes, file.size, place, remedy) : bytes;
  try {
    // The length first: it says more than a checksum.
    if (contents.length !== file.size) throw wrongLength(file, contents, place, remedy);
    await expectChecksum(contents, file, place, remedy);
    return { bytes: contents, published: true };
  } catch (error) {
    if (!file.mayBeOwn) throw error;
    return { bytes: contents, published: false };
  }
}

function wrongLength({ size }: DataFile, { length }: Uint8Array, place: string, remedy: string): TenlabError {
  return new TenlabError({
    code: length < size ? 'truncated-file' : 'invalid-file',
    place,
    expected: `${size} bytes`,
    received: inWords(`${length} bytes`),
    remedy,
  });
}

function checksumOf({ sha256, md5 }: Checksum): Checksum {
  return sha256 === undefined ? { md5 } : { sha256 };
}

function unlessMissing(error: unknown): undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'ENOENT') throw error;
}
