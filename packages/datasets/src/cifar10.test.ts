import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cifar10 } from './cifar10';
import { cifarBinary, cifarPickle } from './testing/cifar-files';
import { FileServer } from './testing/file-server';

const parts = ['data_batch_1', 'data_batch_2', 'data_batch_3', 'data_batch_4', 'data_batch_5', 'test_batch'];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenlab-cifar-'));
  vi.stubEnv('KERAS_HOME', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function put(place: string, ending: string, bytes: Uint8Array): void {
  mkdirSync(place, { recursive: true });
  for (const part of parts) writeFileSync(join(place, `${part}${ending}`), bytes);
}

describe('cifar10', () => {
  it.each([
    [['datasets', 'cifar-10-batches-py-target', 'cifar-10-batches-py'], '', cifarPickle()],
    [['datasets', 'cifar-10-batches-py'], '', cifarPickle()],
    [['datasets', 'cifar-10-batches-bin'], '.bin', cifarBinary()],
  ])('reads batches in %j', async (path, ending, bytes) => {
    put(join(folder, ...path), ending, bytes);
    const { train, test, source, classNames } = await cifar10({ offline: true });
    expect(source).toBe(`${join(folder, ...path)} (not the published set: 15 + 3 images of its own)`);
    expect([train.x.shape, test.x.shape, test.y.shape]).toEqual([[15, 32, 32, 3], [3, 32, 32, 3], [3]]);
    expect([...train.x.data.subarray(0, 3)]).toEqual([0, 50, 100]);
    expect(classNames[test.y.data[0]!]).toBe('cat');
  });

  it('names a batch that is missing or damaged', async () => {
    put(folder, '.bin', cifarBinary());
    writeFileSync(join(folder, 'data_batch_3.bin'), 'short');
    await expect(cifar10({ folder })).rejects.toMatchObject({
      code: 'invalid-file',
      place: join(folder, 'data_batch_3.bin'),
    });
    rmSync(join(folder, 'data_batch_3.bin'));
    await expect(cifar10({ folder })).rejects.toThrow('Received: all but data_batch_3.bin.');
  });

  it('refuses an archive that is not the published one', async () => {
    writeFileSync(join(folder, 'cifar-10-python.tar.gz'), 'damaged');
    await expect(cifar10({ folder })).rejects.toMatchObject({
      code: 'checksum-mismatch',
      place: join(folder, 'cifar-10-python.tar.gz'),
    });
  });

  it('lets no wrong file of a mirror into the folder, and says offline what to do', async () => {
    const server = await new FileServer({ 'cifar.tar.gz': Buffer.from('wrong') }).start();
    await expect(cifar10({ folder, mirrors: [`${server.base()}/cifar.tar.gz`] })).rejects.toMatchObject({
      code: 'download-failed',
    });
    expect(readdirSync(folder).filter((name) => !name.endsWith('.part'))).toEqual([]);
    await server.stop();
    await expect(cifar10({ offline: true })).rejects.toThrow(
      'Put cifar-10-python.tar.gz (from https://www.cs.toronto.edu',
    );
  });

  it('refuses options that do not exist', async () => {
    // @ts-expect-error: an option that does not exist
    await expect(cifar10({ ofline: true })).rejects.toThrow('Did you mean `offline`?');
    // @ts-expect-error: too much for a page
    await expect(cifar10({ baseUrl: '/data' })).rejects.toThrow('no option `baseUrl` exists');
  });
});
