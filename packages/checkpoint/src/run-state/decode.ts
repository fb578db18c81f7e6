import { TenlabError } from '@tenlab/core';
import type { HostArray, RunState, RunValues } from '@tenlab/layers';
import { fileError } from '../formats/file-error';
import { decodeSafetensors } from '../formats/safetensors/decode';
import type { StoredArray } from '../formats/stored-array';
import { sha256OfArrays } from '../sha256-of-arrays';
import { formatName, formatVersion } from './format';

/**
 * Reads what {@link encodeRunState} gave. `place` names the file in errors.
 *
 * Throws a {@link TenlabError} for another kind of file, one of a later version, and for any bit that is not as it was written.
 */
export async function decodeRunState(bytes: Uint8Array, place = 'state of a run'): Promise<RunState> {
  const { tensors, metadata } = decodeSafetensors(bytes, place);
  if (metadata.get('format') !== formatName) {
    throw fileError(
      place,
      'unsupported-file',
      'the state of a run',
      'a safetensors file without it',
      'Name another file.',
    );
  }
  if (metadata.get('format_version') !== formatVersion) {
    throw new TenlabError({
      code: 'unsupported-file',
      place,
      expected: `version ${formatVersion} of the state of a run`,
      received: metadata.get('format_version'),
      remedy: 'Update @tenlab/checkpoint: a later version wrote this file.',
    });
  }
  const text = metadata.get('values') ?? '';
  const arrays = inOrder(tensors, metadata.get('array_order') ?? '', place);
  if ((await sha256OfArrays(arrays, text)) !== metadata.get('sha256')) {
    throw fileError(place, 'checksum-mismatch', 'the checksum that was written with the state', 'another');
  }
  return { values: JSON.parse(text, unmarkNonFinite) as RunValues, arrays: arrays as Map<string, HostArray> };
}

/** The arrays as they were given: the file has them in an order of its own. */
function inOrder(tensors: ReadonlyMap<string, StoredArray>, text: string, place: string): Map<string, StoredArray> {
  let names: unknown;
  try {
    names = JSON.parse(text);
  } catch {
    // The check below says it.
  }
  const known = Array.isArray(names) && names.length === tensors.size && names.every((name) => tensors.has(name));
  if (!known) throw fileError(place, 'invalid-file', 'the names of all arrays as `array_order`', text.slice(0, 60));
  return new Map((names as string[]).map((name) => [name, tensors.get(name) as StoredArray]));
}

function unmarkNonFinite(_key: string, value: unknown): unknown {
  const isMark = typeof value === 'object' && value !== null && 'nonFinite' in value;
  return isMark ? Number(value.nonFinite) : value;
}
