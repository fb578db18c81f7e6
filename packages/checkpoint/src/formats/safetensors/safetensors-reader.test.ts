import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../sources/byte-source';
import { asExpected, describeWithFixtures, listFixtures, readFixture } from '../../testing/fixtures';
import { decodeSafetensors } from './decode';
import { encodeSafetensors } from './encode';
import { SafetensorsReader } from './safetensors-reader';

describe('SafetensorsReader', () => {
  const bytes = encodeSafetensors(
    new Map([
      ['a', { dtype: 'float32', shape: [2], data: Float32Array.of(1, 2) }],
      ['b', { dtype: 'float32', shape: [1], data: Float32Array.of(3) }],
    ]),
    new Map([['kind', 'test']]),
  );

  it('reads the header, then no more than the tensor asked for', async () => {
    const ranges: number[] = [];
    const source = bytesSource(bytes, 'a.safetensors');
    const reader = await SafetensorsReader.open({
      ...source,
      read: (start, end) => {
        ranges.push(end - start);
        return source.read(start, end);
      },
    });
    expect(reader.metadata).toEqual(new Map([['kind', 'test']]));
    ranges.length = 0;
    expect(await reader.read('b')).toEqual({ dtype: 'float32', shape: [1], data: Float32Array.of(3) });
    expect(ranges).toEqual([4]);
    await expect(reader.read('c')).rejects.toThrow("a tensor named 'c'. Received: ['a', 'b']");
  });
});

describeWithFixtures('SafetensorsReader on fixtures', () => {
  it('reads what decodeSafetensors reads', async () => {
    const bytes = readFixture('arrays/zoo.safetensors');
    const reader = await SafetensorsReader.open(bytesSource(bytes, 'zoo'));
    for (const [name, array] of decodeSafetensors(bytes).tensors) {
      expect(asExpected(await reader.read(name))).toEqual(asExpected(array));
    }
  });

  it.each(listFixtures('damaged', /\.safetensors$/))('treats %s as decodeSafetensors does', async (name) => {
    const bytes = readFixture(`damaged/${name}`);
    let error: unknown;
    try {
      decodeSafetensors(bytes, name);
    } catch (reason) {
      error = reason;
    }
    const opening = SafetensorsReader.open(bytesSource(bytes, name));
    if (error === undefined) await expect(opening).resolves.toBeDefined();
    else await expect(opening).rejects.toThrow((error as Error).message);
  });
});
