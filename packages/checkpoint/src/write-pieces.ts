import { TenlabError } from '@tenlab/core';

/** Throws unless the path names a safetensors file. */
export function expectSafetensorsPath(place: string, path: string): void {
  if (path.toLowerCase().endsWith('.safetensors')) return;
  throw new TenlabError({
    code: 'unsupported-format',
    place,
    expected: 'a path that ends in .safetensors',
    received: path,
    remedy: 'Name the file so: safetensors is the format that is written.',
  });
}

/** Writes a file piece by piece, whole or not at all. Node only. */
export async function writePieces(path: string, pieces: readonly Uint8Array[]): Promise<void> {
  const { writeFileAtomically } = await import('@tenlab/core/node');
  await writeFileAtomically(path, async (handle) => {
    for (const piece of pieces) await handle.writeFile(piece);
  });
}

/** All pieces in one array. */
export function joinPieces(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
