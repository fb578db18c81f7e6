import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { isRecord } from '../../graph/tree';

/** Arrays of numbers of one type. */
export type TypedArray =
  | Float32Array
  | Float64Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray;

/** Numbers in row-major order with their shape. Images may stay bytes: only the batch in work becomes floats. */
export interface ArrayData {
  readonly data: TypedArray | readonly number[] | readonly string[];
  readonly shape: readonly number[];
}

/** Numbers in lists of lists. */
export type NestedArray = readonly (number | boolean | string | NestedArray)[];

/** Samples along the first axis. */
export type ArrayInput = tf.Tensor | ArrayData | TypedArray | NestedArray;

/** Whether a value is one array, rather than a list or record of arrays. */
export function isArrayInput(value: unknown): value is ArrayInput {
  if (value instanceof tf.Tensor || ArrayBuffer.isView(value) || isArrayData(value)) return true;
  return Array.isArray(value) && (value.length === 0 || isNestedArray(value[0]));
}

/**
 * Samples that batches are taken from: on the host as they came (bytes stay bytes), or a tensor on the backend.
 */
export class ArraySource {
  /** The number of samples. */
  readonly length: number;
  /** The shape of one sample. */
  readonly sampleShape: readonly number[];
  /** The type batches have unless another is asked for. */
  readonly dtype: 'float32' | 'int32' | 'bool' | 'string';
  readonly #host: TypedArray | readonly number[] | readonly string[] | null;
  readonly #tensor: tf.Tensor | null;
  readonly #start: number;

  private constructor(shape: readonly number[], host: ArraySource['values'], tensor: tf.Tensor | null, start = 0) {
    this.length = shape[0] as number;
    this.sampleShape = shape.slice(1);
    this.#host = host;
    this.#tensor = tensor;
    this.#start = start;
    this.dtype = tensor ? (tensor.dtype as 'float32') : dtypeOf(host as TypedArray);
  }

  /** Reads one array. Throws when it has no samples, is ragged, or does not fill its shape; `name` is how errors call it. */
  static from(place: string, name: string, value: ArrayInput): ArraySource {
    const [shape, host, tensor] = read(place, name, value);
    const fail = (expected: string, remedy: string) => {
      throw new TenlabError({ code: 'invalid-data', place, expected, received: value, remedy });
    };
    if (shape.length === 0)
      fail(`\`${name}\` must have samples along its first axis`, 'Put a single sample into a list.');
    const size = shape.reduce((product, length) => product * length, 1);
    if (host && host.length !== size) {
      fail(`\`${name}\` must have ${size} elements for shape [${shape}]`, 'Give data and shape that belong together.');
    }
    if (shape[0] === 0) fail(`\`${name}\` must hold at least one sample`, 'Check how the data was loaded or split.');
    return new ArraySource(shape, host, tensor);
  }

  /** The samples on the host, row-major; null when they are on the backend. */
  get values(): TypedArray | readonly number[] | readonly string[] | null {
    return this.#host;
  }

  /** The samples, read from the backend if they are there. */
  readValues(): ArrayLike<number | string> {
    if (this.#host) return this.#host;
    const size = this.#sampleSize;
    return (this.#tensor as tf.Tensor).dataSync().subarray(this.#start * size, (this.#start + this.length) * size);
  }

  /** The samples from `start` to before `end`; nothing is copied. */
  slice(start: number, end: number): ArraySource {
    const size = this.#sampleSize;
    const shape = [end - start, ...this.sampleShape];
    const host = this.#host;
    const part =
      host && ('subarray' in host ? host.subarray(start * size, end * size) : host.slice(start * size, end * size));
    return new ArraySource(shape, part, this.#tensor, this.#start + start);
  }

  /** A tensor of the samples with these indices, or of a run of them. The caller owns it. */
  take(rows: Int32Array | { start: number; end: number }, dtype: tf.DataType = this.dtype): tf.Tensor {
    if (this.#tensor) return this.#takeFromTensor(this.#tensor, rows, dtype);
    const host = this.#host as TypedArray;
    const size = this.#sampleSize;
    const count = rows instanceof Int32Array ? rows.length : rows.end - rows.start;
    const shape = [count, ...this.sampleShape];
    if (this.dtype === 'string')
      return tf.tensor(gatherStrings(host as unknown as string[], rows, size), shape, 'string');
    const values = dtype === 'float32' ? new Float32Array(count * size) : new Int32Array(count * size);
    for (let row = 0; row < count; row++) {
      const from = (rows instanceof Int32Array ? (rows[row] as number) : rows.start + row) * size;
      if ('subarray' in host) values.set(host.subarray(from, from + size), row * size);
      else values.set((host as number[]).slice(from, from + size), row * size);
    }
    return tf.tensor(values, shape, dtype === 'bool' ? 'bool' : dtype === 'float32' ? 'float32' : 'int32');
  }

  /** Bytes that `toBackend` would add to the backend's memory. */
  get bytesToPlace(): number {
    if (this.#tensor && this.length === this.#tensor.shape[0]) return 0;
    const size = this.length * this.#sampleSize;
    return this.#isBytes ? size : size * 4;
  }

  /**
   * All samples as one tensor on the backend, which the caller owns. Bytes stay bytes: they go as a tensor of bools, the one
   * type of that size, which a cast reads as the numbers they are.
   */
  toBackend(): tf.Tensor {
    const host = this.#host;
    if (!host) {
      const tensor = this.#tensor as tf.Tensor;
      if (this.length === tensor.shape[0]) return tf.clone(tensor);
      return this.take({ start: 0, end: this.length }, tensor.dtype);
    }
    if (!this.#isBytes) return this.take({ start: 0, end: this.length });
    const { buffer, byteOffset, length } = host as Uint8Array;
    return tf.tensor(new Uint8Array(buffer, byteOffset, length), [this.length, ...this.sampleShape], 'bool');
  }

  get #sampleSize(): number {
    return this.sampleShape.reduce((product, length) => product * length, 1);
  }

  get #isBytes(): boolean {
    return this.#host instanceof Uint8Array || this.#host instanceof Uint8ClampedArray;
  }

  #takeFromTensor(tensor: tf.Tensor, rows: Int32Array | { start: number; end: number }, dtype: tf.DataType): tf.Tensor {
    return tf.tidy(() => {
      let taken: tf.Tensor;
      if (rows instanceof Int32Array) {
        const indices = tf.tensor1d(this.#start === 0 ? rows : rows.map((row) => row + this.#start), 'int32');
        taken = tf.gather(tensor, indices);
      } else {
        const begin = [rows.start + this.#start, ...this.sampleShape.map(() => 0)];
        taken = tf.slice(tensor, begin, [rows.end - rows.start, ...this.sampleShape]);
      }
      return taken.dtype === dtype || dtype === 'string' ? taken : tf.cast(taken, dtype);
    });
  }
}

function read(
  place: string,
  name: string,
  value: ArrayInput,
): [readonly number[], ArraySource['values'], tf.Tensor | null] {
  if (value instanceof tf.Tensor) {
    if (value.isDisposed) throw disposed(place, name, value);
    return [value.shape, null, value];
  }
  if (ArrayBuffer.isView(value)) return [[(value as TypedArray).length], value as TypedArray, null];
  if (isArrayData(value)) return [value.shape, value.data, null];
  const shape = shapeOfNested(value);
  const values: (number | string)[] = [];
  collect(place, name, value, shape, 0, values);
  if (typeof values[0] === 'string') return [shape, values as string[], null];
  return [shape, Float32Array.from(values as number[]), null];
}

function collect(
  place: string,
  name: string,
  value: NestedArray,
  shape: number[],
  depth: number,
  into: (number | string)[],
): void {
  if (value.length !== shape[depth]) throw ragged(place, name, shape);
  for (const item of value) {
    const deeper = depth + 1 < shape.length;
    if (Array.isArray(item) !== deeper) throw ragged(place, name, shape);
    if (deeper) collect(place, name, item as NestedArray, shape, depth + 1, into);
    else into.push(typeof item === 'string' ? item : Number(item));
  }
}

function disposed(place: string, name: string, received: tf.Tensor): TenlabError {
  return new TenlabError({
    code: 'disposed-tensor',
    place,
    expected: `\`${name}\` must still be in memory`,
    received,
    remedy: 'It has been disposed: keep it with tf.keep() inside of tf.tidy(), or make it again.',
  });
}

function ragged(place: string, name: string, shape: number[]): TenlabError {
  return new TenlabError({
    code: 'invalid-data',
    place,
    expected: `\`${name}\` must have rows of one length`,
    received: inWords(`a row of another length than the first, which makes the shape [${shape}]`),
    remedy: 'Pad the shorter rows.',
  });
}

function shapeOfNested(value: NestedArray): number[] {
  const shape: number[] = [];
  for (let level: unknown = value; Array.isArray(level); level = level[0]) shape.push(level.length);
  return shape;
}

function isNestedArray(value: unknown): boolean {
  return typeof value !== 'object' || (Array.isArray(value) && (value.length === 0 || isNestedArray(value[0])));
}

function isArrayData(value: unknown): value is ArrayData {
  if (typeof value !== 'object' || value === null || value instanceof tf.Tensor) return false;
  const { data, shape } = value as Partial<ArrayData>;
  return Array.isArray(shape) && (ArrayBuffer.isView(data) || (Array.isArray(data) && !isRecord(data[0])));
}

function dtypeOf(host: TypedArray | readonly number[] | readonly string[]): 'float32' | 'int32' | 'string' {
  if (host instanceof Float32Array || host instanceof Float64Array) return 'float32';
  if (ArrayBuffer.isView(host)) return 'int32';
  return typeof host[0] === 'string' ? 'string' : 'float32';
}

function gatherStrings(
  host: readonly string[],
  rows: Int32Array | { start: number; end: number },
  size: number,
): string[] {
  if (!(rows instanceof Int32Array)) return host.slice(rows.start * size, rows.end * size);
  return [...rows].flatMap((row) => host.slice(row * size, (row + 1) * size));
}
