import type { Model } from '@tenlab/layers';
import { decodeSafetensors } from './formats/safetensors/decode';
import { expectNode, readFileBytes } from './platform/read-file';
import { assignWeights, type LoadReport } from './weights/assign-weights';
import { readMetadata } from './weights/file-metadata';

/**
 * Gives a model the weights of a `.safetensors` file, by name; or, for a file of ours, by position where a second model of the same
 * make has other names.
 *
 * All or nothing: one error names every weight that is missing, left over, or of another shape or type, and the model stays as it
 * was. `source` is a path (Node) or the bytes of a file.
 *
 * @example
 * await loadWeights(model, 'digits.safetensors'); // { matchedBy: 'name', count: 8 }
 */
export async function loadWeights(model: Model, source: string | Uint8Array): Promise<LoadReport> {
  const { bytes, place } = await readSource('loadWeights', source);
  const { tensors, metadata } = decodeSafetensors(bytes, place);
  return assignWeights(model, tensors, readMetadata(metadata, place).order, place).report;
}

/** The bytes of a file, and what errors call it. */
export async function readSource(
  caller: string,
  source: string | Uint8Array,
): Promise<{ bytes: Uint8Array; place: string }> {
  if (typeof source !== 'string') return { bytes: source, place: caller };
  expectNode(caller, source, `${caller} with the bytes of the file`);
  return { bytes: await readFileBytes(source), place: source };
}
