import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { planHdf5 } from './formats/hdf5/write/plan-hdf5';
import { openHdf5 } from './open-hdf5';
import { joinPieces } from './write-pieces';

const folder = mkdtempSync(join(tmpdir(), 'tenlab-hdf5-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function bytes(): Promise<Uint8Array<ArrayBuffer>> {
  const x = { dtype: 'uint8', shape: [2], read: () => Uint8Array.of(7, 8) } as const;
  const pieces: Uint8Array[] = [];
  for await (const piece of planHdf5({ children: new Map([['x', x]]) }).pieces()) pieces.push(piece);
  return new Uint8Array(joinPieces(pieces));
}

describe('openHdf5', () => {
  it('reads a file of the disk, bytes and a Blob alike', async () => {
    const path = join(folder, 'a.h5');
    writeFileSync(path, await bytes());
    for (const input of [path, await bytes(), new Blob([await bytes()])]) {
      const file = await openHdf5(input);
      expect(await (await file.root.datasets()).get('x')!.read()).toEqual({
        dtype: 'uint8',
        shape: [2],
        data: Uint8Array.of(7, 8),
      });
      await file.close();
    }
  });

  it('names the file that is none', async () => {
    const path = join(folder, 'b.h5');
    writeFileSync(path, 'PNG');
    await expect(openHdf5(path)).rejects.toThrow(`${path}: an HDF5 file. Received: 3 bytes that begin with 'PNG'.`);
    await expect(openHdf5(new Uint8Array())).rejects.toThrow('openHdf5: an HDF5 file. Received: an empty file.');
  });
});
