import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type FileInput, openSource } from './open-source';

const folder = mkdtempSync(join(tmpdir(), 'tenlab-open-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'a.bin');
writeFileSync(path, 'abc');

describe('openSource', () => {
  it.each<[string, FileInput, string]>([
    ['a path', path, path],
    ['bytes', new TextEncoder().encode('abc'), 'loadModel'],
    ['a Blob', new Blob(['abc']), 'loadModel'],
    ['a File', new File(['abc'], 'a.keras'), 'a.keras'],
  ])('reads %s', async (_, input, place) => {
    const source = await openSource('loadModel', input);
    expect(source).toMatchObject({ size: 3, place });
    expect(new TextDecoder().decode(await source.read(1, 3))).toBe('bc');
    await source.close();
  });

  it('says what it reads, of anything else', async () => {
    await expect(openSource('loadModel', undefined as never)).rejects.toThrow(
      'loadModel: a path, the bytes of a file as Uint8Array, or a Blob. Received: undefined.',
    );
  });
});
