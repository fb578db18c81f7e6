import { TenlabError } from '@tenlab/core';
import type { ByteSource } from '../../sources/byte-source';
import type { FileTensor } from '../../weights/file-tensor';
import { quoted } from '../file-error';
import { arrayFromBytes, type StoredArray } from '../stored-array';
import { headerLength, type PlacedTensor, parseSafetensorsHeader } from './decode';

/**
 * A `.safetensors` file that is read tensor by tensor: opening it reads the header alone.
 *
 * @example
 * const reader = await SafetensorsReader.open(await fileSource('model.safetensors'));
 * await reader.read('sequential/dense/kernel');
 */
export class SafetensorsReader {
  /** In the order of the data. */
  readonly tensors: ReadonlyMap<string, PlacedTensor>;
  readonly metadata: ReadonlyMap<string, string>;
  readonly #source: ByteSource;
  readonly #dataStart: number;

  private constructor(
    source: ByteSource,
    dataStart: number,
    placed: readonly PlacedTensor[],
    metadata: ReadonlyMap<string, string>,
  ) {
    this.#source = source;
    this.#dataStart = dataStart;
    this.tensors = new Map(placed.map((tensor) => [tensor.name, tensor]));
    this.metadata = metadata;
  }

  /** Reads the header. Throws a {@link TenlabError} where it does not describe the file exactly. The source stays the caller's. */
  static async open(source: ByteSource): Promise<SafetensorsReader> {
    const { place, size } = source;
    const start = await source.read(0, Math.min(8, size));
    const dataStart = 8 + headerLength(start, size, place);
    const { placed, metadata } = parseSafetensorsHeader(await source.read(8, dataStart), size - dataStart, place);
    return new SafetensorsReader(source, dataStart, placed, metadata);
  }

  /** Reads one tensor. */
  async read(name: string): Promise<StoredArray> {
    const { dtype, shape, begin, end } = this.#placed(name);
    return arrayFromBytes(dtype, shape, await this.#source.read(this.#dataStart + begin, this.#dataStart + end));
  }

  /** One tensor, to be read later. Throws where there is none of this name. */
  tensor(name: string): FileTensor {
    const { dtype, shape } = this.#placed(name);
    return { name, dtype, shape, read: () => this.read(name) };
  }

  #placed(name: string): PlacedTensor {
    const tensor = this.tensors.get(name);
    if (tensor !== undefined) return tensor;
    throw new TenlabError({
      code: 'missing-array',
      place: this.#source.place,
      expected: `a tensor named ${quoted(name)}`,
      received: [...this.tensors.keys()],
      remedy: 'Choose one of the names in the file.',
    });
  }
}
