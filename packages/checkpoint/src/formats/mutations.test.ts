import { expectReadOrRefused, mutationCases, type ReadOrRefusedOptions } from '@tenlab/testing';
import { expect, it, vi } from 'vitest';
import { decodeEvent, decodeExample, readRecords } from '../records';
import { bytesSource } from '../sources/byte-source';
import { memoryFiles } from '../sources/file-set';
import { describeWithFixtures, readFixture } from '../testing/fixtures';
import { withBlockSums, withRecordSums, withZipSums } from '../testing/with-sums';
import { collectPieces } from '../write-pieces';
import { openHdf5 } from './hdf5/read/hdf5-file';
import { lateTensor } from './late-tensor';
import { readNpy } from './npy/read';
import { readNpyObjects } from './npy/read-objects';
import { readNpz, readNpzObjects } from './npz/read';
import { readOnnxWeights } from './onnx/read-onnx';
import { decodeSafetensors } from './safetensors/decode';
import { readShardedSafetensors } from './safetensors/sharded';
import { decodeObjectGraph, objectGraphKey } from './tf-checkpoint/object-graph';
import { parseCheckpointState } from './tf-checkpoint/state-file';
import { TensorBundle } from './tf-checkpoint/tensor-bundle';
import { readTfjsModel } from './tfjs/read-tfjs';
import { tfjsFiles } from './tfjs/write-tfjs';

// Damaged in every way: thousands of copies of good files with bytes flipped, cut out, doubled or cut off. Each must be read, or be
// refused with an error of ours; a crash, a hang or an array out of proportion to the file fails the test. `pnpm fuzz` makes 10,000 copies.

// Before all else, for some modules keep the constructors they find.
const memory = await vi.hoisted(async () => (await import('@tenlab/testing')).watchAllocations());

/** DEFLATE's limit. */
const packed = 1032;

const perFile = 3_600_000;

/** Holds a reader to damaged copies, a share of which it must refuse: one that takes everything checks nothing. */
async function expectSound(
  good: Uint8Array,
  read: ReadOrRefusedOptions['read'],
  { cases = mutationCases(1500), ...options }: Partial<ReadOrRefusedOptions> = {},
): Promise<void> {
  const refused = await expectReadOrRefused(good, { cases, seed: 2024, read, memory, ...options });
  expect(refused).toBeGreaterThan(cases / 10);
}

describeWithFixtures('damaged copies of arrays', () => {
  it.each([
    ['arrays/fortran.npy', readNpy, 8],
    ['arrays/version2.npy', readNpy, 8],
    ['arrays/version3_structured.npy', readNpy, 8],
    ['arrays/zoo.npz', readNpz, 8],
    ['arrays/zoo_compressed.npz', readNpz, packed],
    ['arrays/zoo.safetensors', decodeSafetensors, 8],
  ] as const)(
    '%s is read or refused',
    (path, read, mostTimes) => expectSound(readFixture(path), (bytes) => read(bytes), { mostTimes }),
    perFile,
  );

  it.each([
    'arrays/imdb_pickle0_numpy1.npz',
    'arrays/imdb_pickle2_numpy2.npz',
    'arrays/imdb_pickle3_numpy1.npz',
    'arrays/imdb_pickle4_numpy2.npz',
    'arrays/imdb_pickle5_numpy2.npz',
  ])(
    'pickles of %s are read or refused, behind their checksum too',
    async (path) => {
      await expectSound(readFixture(path), (bytes) => readNpzObjects(bytes), { mostTimes: packed });
      // Nothing holds the values of a pickle against a checksum, so many a copy is sound.
      await expectReadOrRefused(readFixture(path), {
        cases: mutationCases(1500),
        seed: 2027,
        read: (bytes) => readNpzObjects(withZipSums(bytes)),
        memory,
        mostTimes: packed,
      });
    },
    perFile,
  );

  it(
    'an array of objects without zip around it is read or refused',
    () => {
      const entry = readFixture('arrays/imdb_pickle4_numpy2.npz');
      const start = Buffer.from(entry).indexOf('\x93NUMPY', 0, 'latin1');
      return expectSound(entry.subarray(start, start + 2000), (bytes) => readNpyObjects(bytes));
    },
    perFile,
  );

  it(
    'an index of safetensors is read or refused',
    async () => {
      const names = ['model-00001-of-00002.safetensors', 'model-00002-of-00002.safetensors'];
      const shards = names.map((name) => [name, readFixture(`arrays/${name}`)] as const);
      const read = (index: Uint8Array) =>
        readShardedSafetensors(memoryFiles(new Map([...shards, ['i.json', index]]), 'files'), 'i.json');
      await expectSound(readFixture('arrays/model.safetensors.index.json'), read);
    },
    perFile,
  );
});

describeWithFixtures('damaged copies of HDF5 files', () => {
  it.each([
    'models/iris_mlp/keras3/model.h5',
    'models/cnn_bn/tfkeras/model.weights.h5',
    'extra/variants/gzip_latest.weights.h5',
    'extra/variants/gzip_shuffle_fletcher.weights.h5',
    'extra/hdf5/zoo.h5',
  ])(
    '%s is read or refused',
    (path) => expectSound(readFixture(path), readHdf5, { cases: mutationCases(300), mostTimes: packed }),
    perFile,
  );
});

describeWithFixtures('damaged copies of checkpoints', () => {
  const index = readFixtureLater('bundles/zoo.index');
  const data = readFixtureLater('bundles/zoo.data-00000-of-00001');
  const readBundle = async (index: Uint8Array, data: Uint8Array) => {
    const files = new Map([
      ['a.index', index],
      ['a.data-00000-of-00001', data],
    ]);
    const bundle = await TensorBundle.open(memoryFiles(files, 'files'), 'a');
    for (const name of bundle.tensors.keys()) await bundle.read(name);
  };

  it('an index is read or refused', () => expectSound(index(), (bytes) => readBundle(bytes, data())), perFile);

  it(
    'an index whose checksums are right is read or refused',
    () => expectSound(index(), (bytes) => readBundle(withBlockSums(bytes, index()), data())),
    perFile,
  );

  it('data are read or refused', () => expectSound(data(), (bytes) => readBundle(index(), bytes)), perFile);

  it(
    'the parts of sliced tensors are read or refused',
    () => {
      const good = readFixture('bundles/sliced.index');
      const shards = [0, 1].map((shard) => {
        const name = `sliced.data-0000${shard}-of-00002`;
        return [name.replace('sliced', 'a'), readFixture(`bundles/${name}`)] as const;
      });
      return expectSound(good, async (bytes) => {
        const files = new Map([...shards, ['a.index', withBlockSums(bytes, good)]]);
        const bundle = await TensorBundle.open(memoryFiles(files, 'files'), 'a');
        for (const name of bundle.tensors.keys()) await bundle.read(name);
      });
    },
    perFile,
  );

  it(
    'a graph of objects is read or refused',
    async () => {
      const folder = 'models/iris_mlp/tfkeras/saved_model/variables';
      const names = ['variables.index', 'variables.data-00000-of-00001'];
      const files = new Map(names.map((name) => [name, readFixture(`${folder}/${name}`)]));
      const bundle = await TensorBundle.open(memoryFiles(files, 'files'), 'variables');
      const [graph] = (await bundle.readBytes(objectGraphKey)).data;
      await expectSound(graph!, (bytes) => decodeObjectGraph(bytes, 'a'));
    },
    perFile,
  );

  it(
    'the file that names the newest is read or refused',
    () => expectSound(readFixture('bundles/checkpoint'), (bytes) => parseCheckpointState(bytes, 'a')),
    perFile,
  );
});

describeWithFixtures('damaged copies of records', () => {
  it.each([
    ['records/data.tfrecord', 8],
    ['records/data.tfrecord.gz', packed],
    ['records/data.tfrecord.zlib', packed],
  ] as const)(
    '%s is read or refused',
    (path, mostTimes) => expectSound(readFixture(path), readExamples, { mostTimes }),
    perFile,
  );

  it(
    'examples behind right checksums are read or refused',
    () => expectSound(readFixture('records/data.tfrecord'), (bytes) => readExamples(withRecordSums(bytes))),
    perFile,
  );

  it.each([
    'events/keras_callback/train/events.out.tfevents.1700000000.fixture.train.0.v2',
    'events/v1/events.out.tfevents.1700000000.fixture.v1.0',
    'events/v2/events.out.tfevents.1700000000.fixture.v2.0.v2',
  ])(
    '%s is read or refused, behind its checksums too',
    async (path) => {
      const good = readFixture(path);
      await expectSound(good, readEvents);
      await expectSound(good, (bytes) => readEvents(withRecordSums(bytes)));
    },
    perFile,
  );
});

describeWithFixtures('damaged copies of other models', () => {
  it(
    'an ONNX file is read or refused',
    () => expectSound(readFixture('models/iris_mlp/keras3/model.onnx'), (bytes) => readOnnxWeights(bytes)),
    perFile,
  );

  it(
    'the two kinds of files of TF.js are read or refused',
    async () => {
      const { tensors } = decodeSafetensors(readFixture('models/iris_mlp/keras3/model.safetensors'));
      const good = new Map<string, Uint8Array>();
      const late = new Map([...tensors].map(([name, array]) => [name, lateTensor(array)]));
      for (const [name, pieces] of tfjsFiles({}, late)) good.set(name, await collectPieces(pieces));
      const read = (name: string) => (bytes: Uint8Array) =>
        readTfjsModel(memoryFiles(new Map([...good, [name, bytes]]), 'files'), 'model.json');
      await expectSound(good.get('model.json')!, read('model.json'));
      await expectSound(good.get('group1-shard1of1.bin')!, read('group1-shard1of1.bin'));
    },
    perFile,
  );
});

/** A fixture, read when it is used: where there are none, the tests above are skipped. */
function readFixtureLater(path: string): () => Uint8Array {
  let bytes: Uint8Array | undefined;
  return () => {
    bytes ??= readFixture(path);
    return bytes;
  };
}

/** All arrays and attributes of an HDF5 file. */
async function readHdf5(bytes: Uint8Array): Promise<void> {
  const root = await openHdf5(bytesSource(bytes, 'a.h5'));
  for (const name of await root.attributeNames()) await root.attribute(name);
  for (const dataset of (await root.datasets()).values()) {
    for (const name of await dataset.attributeNames()) await dataset.attribute(name);
    await dataset.read();
  }
}

async function readExamples(bytes: Uint8Array): Promise<void> {
  for await (const record of readRecords(bytes)) decodeExample(record);
}

async function readEvents(bytes: Uint8Array): Promise<void> {
  for await (const record of readRecords(bytes)) decodeEvent(record);
}
