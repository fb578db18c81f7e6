/** A file in pieces, in order; some are made only when their turn comes. */
export type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** Writes a file piece by piece, whole or not at all. Node only. */
export async function writePieces(path: string, pieces: Pieces): Promise<void> {
  const { writeFileAtomically } = await import('@tenlab/core/node');
  await writeFileAtomically(path, async (handle) => {
    for await (const piece of pieces) await handle.writeFile(piece);
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

/** As {@link joinPieces}, of pieces that may have to be waited for. */
export async function collectPieces(pieces: Pieces): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return joinPieces(all);
}
