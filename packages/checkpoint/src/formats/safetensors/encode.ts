import { TenlabError } from '@tenlab/core';
import { joinPieces } from '../../write-pieces';
import { elementCount } from '../element-count';
import type { LateTensor } from '../late-tensor';
import { type ArrayDtype, bytesOfArray, bytesPerElement, type StoredArray } from '../stored-array';
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
  const ordered = [...tensors].map(([name, array]) => describe(name, array, array)).sort(compare);
  return [
    headerOf(ordered, metadata),
    ...ordered.map(({ name, size, source }) => {
      // Text has no place in the format, and was refused.
      const bytes = bytesOfArray(source);
      if (bytes.length !== size) throw wrongLength(name, source, bytes.length);
      return bytes;
    }),
  ];
}

/** As {@link safetensorsPieces}, of tensors each of which is read when its turn comes. */
export async function* safetensorsStream(
  tensors: ReadonlyMap<string, LateTensor>,
  metadata: ReadonlyMap<string, string>,
): AsyncGenerator<Uint8Array> {
  const ordered = [...tensors].map(([name, tensor]) => describe(name, tensor, tensor)).sort(compare);
  yield headerOf(ordered, metadata);
  for (const { name, size, source } of ordered) {
    const bytes = await source.read();
    if (bytes.length !== size) throw wrongLength(name, source, bytes.length);
    yield bytes;
  }
}

interface Described<T> {
  name: string;
  dtype: string;
  shape: readonly number[];
  /** In bytes. */
  size: number;
  source: T;
}

function headerOf(ordered: readonly Described<unknown>[], metadata: ReadonlyMap<string, string>): Uint8Array {
  // Entries, not assignments: a tensor may be called `__proto__`.
  const entries: [string, unknown][] = metadata.size > 0 ? [['__metadata__', Object.fromEntries(metadata)]] : [];
  let at = 0;
  for (const { name, dtype, shape, size } of ordered) {
    entries.push([name, { dtype, shape, data_offsets: [at, at + size] }]);
    at += size;
  }
  const json = new TextEncoder().encode(JSON.stringify(Object.fromEntries(entries)));
  // Spaces up to a multiple of 8 let a reader map the data in place.
  const header = new Uint8Array(8 + Math.ceil(json.length / 8) * 8).fill(0x20);
  new DataView(header.buffer).setBigUint64(0, BigInt(header.length - 8), true);
  header.set(json, 8);
  return header;
}

function describe<T>(
  name: string,
  { dtype, shape }: { dtype: ArrayDtype; shape: readonly number[] },
  source: T,
): Described<T> {
  const known = dtypeToSafetensors(dtype);
  if (name === '__metadata__' || known === undefined || dtype === 'string') {
    throw new TenlabError({
      code: 'invalid-argument',
      place: `Tensor '${name}'`,
      expected:
        known === undefined
          ? `a type out of ${safetensorsDtypes.join(', ')}`
          : 'a name that the format does not reserve',
      received: known === undefined ? dtype : name,
      remedy: known === undefined ? 'Convert it first, or leave it out.' : 'Choose another name.',
    });
  }
  const count = elementCount(shape);
  if (count === undefined) throw wrongLength(name, { dtype, shape }, 0);
  return { name, dtype: known, shape, size: count * bytesPerElement[dtype], source };
}

function wrongLength(name: string, { dtype, shape }: { dtype: string; shape: readonly number[] }, length: number) {
  return new TenlabError({
    code: 'invalid-shape',
    place: `Tensor '${name}'`,
    expected: `data for shape [${shape}] of ${dtype}`,
    received: `${length} bytes`,
    remedy: 'Give a shape whose product is the number of elements.',
  });
}

function compare(a: Described<unknown>, b: Described<unknown>): number {
  const byWidth = safetensorsDtypes.indexOf(a.dtype) - safetensorsDtypes.indexOf(b.dtype);
  // By UTF-16 unit, not by locale: the same on every machine.
  return byWidth || (a.name < b.name ? -1 : 1);
}
