import { describe, expect, it } from 'vitest';
import { memoryFiles } from '../../sources/file-set';
import {
  asExpected,
  describeWithFixtures,
  type ExpectedArray,
  fixtureFiles,
  readExpected,
} from '../../testing/fixtures';
import { collectPieces, joinPieces } from '../../write-pieces';
import { lateTensor } from '../late-tensor';
import type { StoredArray } from '../stored-array';
import {
  parseSafetensorsIndex,
  readShardedSafetensors,
  shardedSafetensorsFiles,
  shardedSafetensorsStreams,
} from './sharded';

const array = (...values: number[]): StoredArray => ({
  dtype: 'float32',
  shape: [values.length],
  data: Float32Array.from(values),
});
const tensors = new Map([
  ['large', array(1, 2, 3, 4)],
  ['__proto__', array(5)],
  ['c', array(6)],
  ['d', array(7, 8)],
]);

describe('sharded safetensors', () => {
  it('are read as they were written, in order', async () => {
    const files = shardedSafetensorsFiles('model', tensors, { mostBytes: 8, metadata: new Map([['a', 'b']]) });
    expect([...files.keys()]).toEqual([
      'model-00001-of-00003.safetensors',
      'model-00002-of-00003.safetensors',
      'model-00003-of-00003.safetensors',
      'model.safetensors.index.json',
    ]);
    const set = memoryFiles(new Map([...files].map(([name, pieces]) => [name, joinPieces(pieces)])), 'files');
    const read = await readShardedSafetensors(set, 'model.safetensors.index.json');
    expect(read).toEqual({ tensors, metadata: new Map([['a', 'b']]) });
    expect([...read.tensors.keys()]).toEqual([...tensors.keys()]);
  });

  it('are the same files where each tensor is read only when its turn comes', async () => {
    const options = { mostBytes: 8, metadata: new Map([['a', 'b']]) };
    const late = new Map([...tensors].map(([name, tensor]) => [name, lateTensor(tensor)]));
    const streamed = shardedSafetensorsStreams('model', late, options);
    const whole = shardedSafetensorsFiles('model', tensors, options);
    expect([...streamed.keys()]).toEqual([...whole.keys()]);
    for (const [name, pieces] of streamed) expect(await collectPieces(pieces)).toEqual(joinPieces(whole.get(name)!));
  });

  it('refuse an index that names a file elsewhere, or a tensor that is not there', async () => {
    const files = shardedSafetensorsFiles('m', new Map([['a', array(1)]]), { mostBytes: 8 });
    const set = (map: object) =>
      memoryFiles(
        new Map([
          ...[...files].map(([name, pieces]) => [name, joinPieces(pieces)] as const),
          ['i.json', new TextEncoder().encode(JSON.stringify({ weight_map: map }))],
        ]),
        'files',
      );
    await expect(readShardedSafetensors(set({ a: '../../etc/passwd' }), 'i.json')).rejects.toThrow('without a folder');
    await expect(readShardedSafetensors(set({ b: 'm-00001-of-00001.safetensors' }), 'i.json')).rejects.toThrow(
      "a tensor named 'b'",
    );
  });

  it.each([
    ['[', 'an index that is JSON'],
    ['{}', 'an index with a `weight_map`'],
    ['null', 'an index with a `weight_map`'],
    ['{"weight_map": {"a": 5}}', "a file name for tensor 'a'. Received: 5"],
  ])('refuse the index %s', (text, message) => {
    expect(() => parseSafetensorsIndex(new TextEncoder().encode(text), 'i.json')).toThrow(message);
  });
});

describeWithFixtures('sharded safetensors of Python', () => {
  it('are read', async () => {
    const { tensors: read } = await readShardedSafetensors(fixtureFiles('arrays'), 'model.safetensors.index.json');
    const { files } = readExpected<{ files: Record<string, Record<string, ExpectedArray>> }>('arrays');
    expect(Object.fromEntries([...read].map(([name, value]) => [name, asExpected(value)]))).toEqual(
      files['model.safetensors.index.json'],
    );
  });
});
