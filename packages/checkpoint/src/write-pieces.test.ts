import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { collectPieces, joinPieces, writePieces } from './write-pieces';

const folder = mkdtempSync(join(tmpdir(), 'tenlab-pieces-'));
afterAll(() => rmSync(folder, { recursive: true }));

const pieces = [Uint8Array.of(1, 2), Uint8Array.of(), Uint8Array.of(3)];

describe('pieces', () => {
  it('are written one after the other', async () => {
    await writePieces(join(folder, 'a'), pieces);
    expect([...readFileSync(join(folder, 'a'))]).toEqual([1, 2, 3]);
  });

  it('are joined', () => {
    expect(joinPieces(pieces)).toEqual(Uint8Array.of(1, 2, 3));
    expect(joinPieces([])).toEqual(new Uint8Array());
  });

  it('may have to be waited for', async () => {
    async function* later() {
      yield* pieces;
    }
    expect(await collectPieces(later())).toEqual(Uint8Array.of(1, 2, 3));
    await writePieces(join(folder, 'b'), later());
    expect([...readFileSync(join(folder, 'b'))]).toEqual([1, 2, 3]);
  });
});
