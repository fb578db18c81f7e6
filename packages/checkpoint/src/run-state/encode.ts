import type { RunState } from '@tenlab/layers';
import { safetensorsPieces } from '../formats/safetensors/encode';
import { sha256OfArrays } from '../sha256-of-arrays';
import { joinPieces } from '../write-pieces';
import { formatName, formatVersion } from './format';

/**
 * The state of a run as the bytes of a safetensors file, with a version and a checksum over all of it: for a browser to keep. In Node
 * {@link saveRunState} writes it.
 *
 * @example
 * const bytes = await encodeRunState(await model.run.getState());
 */
export async function encodeRunState(state: RunState): Promise<Uint8Array> {
  return joinPieces(await runStatePieces(state));
}

/** The same in pieces, to be written one after the other. */
export async function runStatePieces({ values, arrays }: RunState): Promise<Uint8Array[]> {
  const text = JSON.stringify(values, markNonFinite);
  const metadata = new Map([
    ['format', formatName],
    ['format_version', formatVersion],
    ['values', text],
    ['sha256', await sha256OfArrays(arrays, text)],
    ['array_order', JSON.stringify([...arrays.keys()])],
  ]);
  return safetensorsPieces(arrays, metadata);
}

/** JSON has no NaN and no infinity, and metrics do. */
function markNonFinite(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? { nonFinite: String(value) } : value;
}
