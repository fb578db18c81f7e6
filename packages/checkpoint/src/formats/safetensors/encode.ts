import { TenlabError } from '@tenlab/core';
import { joinPieces } from '../../write-pieces';
import { elementCount } from '../element-count';
import { bytesOfArray, bytesPerElement, type StoredArray } from '../stored-array';
import { dtypeToSafetensors, safetensorsDtypes } from './dtypes';

/**
 * Writes tensors as a `.safetensors` file: header, then data, wide types first and by name within a type, as the original
 * writer does; the same tensors always give the same bytes. Throws for text, complex128 and data that do not fit their shape.
 *
 * @example
 * const bytes = encodeSafetensors(new Map([['w', { dtype: 'float32', shape: [2], data: Float32Array.of(1, 2) }]]));
 * decodeSafetensors(bytes).tensors.get('w')?.data; // Float32Array [1, 2]
 *
 * Source: https://huggingface.co/docs/safetensors
 */
export function encodeSafetensors(
  tensors: ReadonlyMap<string, StoredArray>,
  metadata: ReadonlyMap<string, string> = new Map(),
): Uint8Array {
  return joinPieces(safetensorsPieces(tensors, metadata));
}

/** The same file in pieces, header first, to be written one after the other: the data are shared, not copied. */
export function safetensorsPieces(
  tensors: ReadonlyMap<string, StoredArray>,
  metadata: ReadonlyMap<string, string> = new Map(),
): Uint8Array[] {
  const ordered = [...tensors].map(([name, array]) => describe(name, array)).sort(compare);
  // Entries, not assignments: a tensor may be called `__proto__`.
  const entries: [string, unknown][] = metadata.size > 0 ? [['__metadata__', Object.fromEntries(metadata)]] : [];
  let at = 0;
  for (const { name, dtype, array, bytes } of ordered) {
    entries.push([name, { dtype, shape: array.shape, data_offsets: [at, at + bytes.length] }]);
    at += bytes.length;
  }
  const json = new TextEncoder().encode(JSON.stringify(Object.fromEntries(entries)));
  // Spaces up to a multiple of 8 let a reader map the data in place.
  const header = new Uint8Array(8 + Math.ceil(json.length / 8) * 8).fill(0x20);
  new DataView(header.buffer).setBigUint64(0, BigInt(header.length - 8), true);
  header.set(json, 8);
  return [header, ...ordered.map(({ bytes }) => bytes)];
}

interface Described {
  name: string;
  dtype: string;
  array: StoredArray;
  bytes: Uint8Array;
}

function describe(name: string, array: StoredArray): Described {
  const place = `Tensor '${name}'`;
  const dtype = dtypeToSafetensors(array.dtype);
  if (name === '__metadata__' || dtype === undefined || array.dtype === 'string') {
    throw new TenlabError({
      code: 'invalid-argument',
      place,
      expected:
        dtype === undefined
          ? `a type out of ${safetensorsDtypes.join(', ')}`
          : 'a name that the format does not reserve',
      received: dtype === undefined ? array.dtype : name,
      remedy: dtype === undefined ? 'Convert it first, or leave it out.' : 'Choose another name.',
    });
  }
  const bytes = bytesOfArray(array);
  const count = elementCount(array.shape);
  if (count === undefined || count * bytesPerElement[array.dtype] !== bytes.length) {
    throw new TenlabError({
      code: 'invalid-shape',
      place,
      expected: `data for shape [${array.shape}] of ${array.dtype}`,
      received: `${bytes.length} bytes`,
      remedy: 'Give a shape whose product is the number of elements.',
    });
  }
  return { name, dtype, array, bytes };
}

function compare(a: Described, b: Described): number {
  const byWidth = safetensorsDtypes.indexOf(a.dtype) - safetensorsDtypes.indexOf(b.dtype);
  // By UTF-16 unit, not by locale: the same on every machine.
  return byWidth || (a.name < b.name ? -1 : 1);
}
