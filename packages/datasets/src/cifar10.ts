import { checkOptions, inWords, TenlabError } from '@tenlab/core';
import { ImageArray } from './arrays/image-array';
import { LabelArray } from './arrays/label-array';
import { digestOfFile } from './cache/checksum';
import { download } from './cache/download';
import { kerasFolder, shortPath } from './cache/folder';
import { isOffline } from './cache/offline';
import { type CifarBatch, parseCifar } from './parse/cifar';
import { parseCifarPickle } from './parse/cifar-pickle';
import { parseTar } from './parse/tar';
import { nodeModule } from './platform/node-modules';
import type { FileSetOptions } from './sources/find-data-file';
import type { ImageSet } from './sources/load-image-set';
import { mirrorAddress } from './sources/mirror-address';

const trainParts = ['data_batch_1', 'data_batch_2', 'data_batch_3', 'data_batch_4', 'data_batch_5'];

/** The archive for Python, which Keras keeps under this name. @internal */
export const cifar10Archive = {
  name: 'cifar-10-batches-py-target_archive',
  size: 170_498_071,
  sha256: '6d958be074577803d12ecdefd02955f39262c83c16fe9348329d7fe0b5c001ce',
  mirrors: ['https://www.cs.toronto.edu/~kriz/cifar-10-python.tar.gz'],
};

/** The same images in an archive without pickles. @internal */
export const cifar10Binary = {
  name: 'cifar-10-binary.tar.gz',
  size: 170_052_171,
  sha256: 'c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9dddda3db29a59bca1dd',
};

/** Where batches may lie unpacked: Keras's folders of Python's form, and those of the binary one. */
const folders = [
  { path: ['cifar-10-batches-py-target', 'cifar-10-batches-py'], ending: '', parse: parseCifarPickle },
  { path: ['cifar-10-batches-py'], ending: '', parse: parseCifarPickle },
  { path: ['cifar-10-batches-bin'], ending: '.bin', parse: parseCifar },
  { path: [], ending: '.bin', parse: parseCifar },
];

/** Archives by the names that Keras and people give them. */
const archives = [
  { ...cifar10Archive, inside: 'cifar-10-batches-py/', ending: '', parse: parseCifarPickle },
  {
    ...cifar10Archive,
    name: 'cifar-10-batches-py.tar.gz',
    inside: 'cifar-10-batches-py/',
    ending: '',
    parse: parseCifarPickle,
  },
  {
    ...cifar10Archive,
    name: 'cifar-10-python.tar.gz',
    inside: 'cifar-10-batches-py/',
    ending: '',
    parse: parseCifarPickle,
  },
  { ...cifar10Binary, inside: 'cifar-10-batches-bin/', ending: '.bin', parse: parseCifar },
];

/** Where to look for CIFAR-10. */
export type Cifar10Options = Omit<FileSetOptions, 'baseUrl' | 'bundled'>;

/**
 * CIFAR-10: 50,000 + 10,000 colour images of ten kinds of things, 32 x 32.
 *
 * Looks in `~/.keras/datasets` (`$KERAS_HOME` is respected) for what Python Keras keeps there (`cifar-10-batches-py-target`,
 * `cifar-10-batches-py`, their archives), for the binary form (`cifar-10-batches-bin`, `cifar-10-binary.tar.gz`), then downloads the archive to
 * where Keras looks for it, with SHA-256. With `folder` only that folder is used. Pickles are read, never run. Node only: no package brings these
 * images, and 170 MB are too much for a page.
 *
 * `x` is uint8 of shape [count, 32, 32, 3], `y` uint8 of shape [count]. Throws a {@link TenlabError} for a damaged file, naming it,
 * and where the data are not found and cannot be fetched.
 *
 * @example
 * const { train, classNames } = await cifar10();
 * train.x.shape; // [50000, 32, 32, 3]
 *
 * Source: A. Krizhevsky (2009), https://www.cs.toronto.edu/~kriz/cifar.html; Keras: `keras.datasets.cifar10`.
 */
export async function cifar10(options: Cifar10Options = {}): Promise<ImageSet<'cifar10'>> {
  checkOptions(options, ['folder', 'offline', 'mirrors', 'onProgress'], 'cifar10');
  const folder = options.folder ?? kerasFolder();
  const { read, source } =
    (await fromFolders(folder)) ?? (await fromArchives(folder)) ?? (await fromMirror(folder, options));
  const train = joined(await Promise.all(trainParts.map(read)));
  const test = await read('test_batch');
  return {
    name: 'cifar10',
    source: `${source}${describeOther(train, test)}`,
    sha256: await sumOf([train, test]),
    licence: 'none given: to cite A. Krizhevsky (2009)',
    publisher: 'A. Krizhevsky, https://www.cs.toronto.edu/~kriz/cifar.html',
    train: shaped(train),
    test: shaped(test),
    classNames: ['airplane', 'automobile', 'bird', 'cat', 'deer', 'dog', 'frog', 'horse', 'ship', 'truck'],
  };
}

interface Found {
  read(part: string): Promise<CifarBatch>;
  source: string;
}

async function fromFolders(folder: string): Promise<Found | undefined> {
  const { join } = nodeModule('path');
  const { existsSync, promises } = nodeModule('fs');
  for (const { path, ending, parse } of folders) {
    const place = join(folder, ...path);
    const files = [...trainParts, 'test_batch'].map((part) => join(place, `${part}${ending}`));
    const missing = files.filter((file) => !existsSync(file));
    if (missing.length === files.length) continue;
    if (missing.length > 0)
      throw missingFile(place, missing.map((file) => nodeModule('path').basename(file)).join(', '));
    const read = async (part: string) => {
      const file = join(place, `${part}${ending}`);
      return parse(await promises.readFile(file), shortPath(file));
    };
    return { read, source: shortPath(place) };
  }
  return undefined;
}

async function fromArchives(folder: string): Promise<Found | undefined> {
  const { join } = nodeModule('path');
  for (const archive of archives) {
    const path = join(folder, archive.name);
    if (!nodeModule('fs').existsSync(path)) continue;
    const received = await digestOfFile(path);
    if (received !== archive.sha256) {
      throw new TenlabError({
        code: 'checksum-mismatch',
        place: shortPath(path),
        expected: `contents with sha256 ${archive.sha256}`,
        received: inWords(received),
        remedy: 'Move this file away: the published one is fetched in its place.',
      });
    }
    const packed = await nodeModule('fs').promises.readFile(path);
    const files = parseTar(nodeModule('zlib').gunzipSync(packed), shortPath(path));
    const read = async (part: string) => {
      const name = `${archive.inside}${part}${archive.ending}`;
      return archive.parse(files.get(name) ?? new Uint8Array(), `${shortPath(path)}, ${name}`);
    };
    return { read, source: shortPath(path) };
  }
  return undefined;
}

async function fromMirror(folder: string, options: Cifar10Options): Promise<Found> {
  const { offline = false, mirrors = cifar10Archive.mirrors, onProgress } = options;
  const path = nodeModule('path').join(folder, cifar10Archive.name);
  if (offline || isOffline()) {
    throw new TenlabError({
      code: 'offline',
      place: 'cifar10',
      expected: `the data on this machine, as downloads are off (${offline ? '`offline: true`' : 'TENLAB_OFFLINE'})`,
      received: inWords(`neither cifar-10-batches-py nor an archive of it in ${shortPath(folder)}`),
      remedy: `Put cifar-10-python.tar.gz (from ${mirrors.join(' or ')}) into that folder, or allow the download.`,
    });
  }
  const { sha256, size } = cifar10Archive;
  const urls = mirrors.map((mirror) => mirrorAddress(mirror, 'cifar-10-python.tar.gz'));
  const url = await download({ urls, path, sha256, size, onProgress });
  const found = await fromArchives(folder);
  if (found === undefined) throw missingFile(path, 'the file that was just fetched');
  return { ...found, source: `download from ${url}, kept as ${found.source}` };
}

function missingFile(place: string, missing: string): TenlabError {
  return new TenlabError({
    code: 'missing-file',
    place: shortPath(place),
    expected: 'all six batches of CIFAR-10',
    received: inWords(`all but ${missing}`),
    remedy: 'Unpack the archive again, or move this folder away to have it downloaded.',
  });
}

function joined(batches: readonly CifarBatch[]): CifarBatch {
  const join = (parts: readonly Uint8Array[]) => {
    const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  };
  return { images: join(batches.map(({ images }) => images)), labels: join(batches.map(({ labels }) => labels)) };
}

function shaped({ images, labels }: CifarBatch): { x: ImageArray; y: LabelArray } {
  return { x: new ImageArray(images, [labels.length, 32, 32, 3]), y: new LabelArray(labels) };
}

async function sumOf(parts: readonly CifarBatch[]): Promise<string> {
  const hash = nodeModule('crypto').createHash('sha256');
  for (const { images, labels } of parts) hash.update(images).update(labels);
  return hash.digest('hex');
}

function describeOther(train: CifarBatch, test: CifarBatch): string {
  const [trained, tested] = [train.labels.length, test.labels.length];
  return trained === 50_000 && tested === 10_000
    ? ''
    : ` (not the published set: ${trained} + ${tested} images of its own)`;
}
