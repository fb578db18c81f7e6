import { inWords, TenlabError } from '@tenlab/core';
import type { ArrayData, TypedArray } from '@tenlab/layers';

/** What a batch of such elements is. */
export type Batched<T> = T extends number | boolean
  ? { data: Float32Array; shape: number[] }
  : T extends string
    ? { data: string[]; shape: number[] }
    : T extends TypedArray
      ? { data: T; shape: number[] }
      : T extends { data: infer Data; shape: readonly number[] }
        ? { data: Data; shape: number[] }
        : T extends object
          ? { [Part in keyof T]: Batched<T[Part]> }
          : never;

/**
 * Puts elements on top of each other, leaf by leaf: what `batch` does.
 *
 * Numbers become float32 of shape [count]; `{ data, shape }` and typed arrays keep their type and get a first axis; texts become a list. Lists and
 * records are structures whose leaves are stacked, so an element `[x, y]` becomes a batch `[x, y]`. Throws where elements differ in structure, type
 * or shape.
 *
 * @example
 * stack([[Float32Array.of(1, 2), 0], [Float32Array.of(3, 4), 1]]);
 * // [{ data: Float32Array [1, 2, 3, 4], shape: [2, 2] }, { data: Float32Array [0, 1], shape: [2] }]
 */
export function stack<T>(elements: readonly T[]): Batched<T> {
  return stackAt(elements, 'element') as Batched<T>;
}

function stackAt(elements: readonly unknown[], path: string): unknown {
  const [first] = elements;
  if (typeof first === 'number' || typeof first === 'boolean') {
    expectAll(elements, path, (element) => typeof element === typeof first, `a ${typeof first}`);
    return { data: Float32Array.from(elements as number[], Number), shape: [elements.length] };
  }
  if (typeof first === 'string') {
    expectAll(elements, path, (element) => typeof element === 'string', 'a text');
    return { data: [...elements], shape: [elements.length] };
  }
  const array = arrayOf(first);
  if (array !== undefined) return stackArrays(elements, array, path);
  if (Array.isArray(first)) {
    expectAll(elements, path, (element) => Array.isArray(element) && element.length === first.length, 'a list as long');
    return first.map((_, index) =>
      stackAt(
        elements.map((element) => (element as unknown[])[index]),
        `${path}[${index}]`,
      ),
    );
  }
  if (typeof first === 'object' && first !== null) {
    const names = Object.keys(first).sort();
    const same = (element: unknown) => String(Object.keys(element ?? {}).sort()) === String(names);
    expectAll(elements, path, same, `a record of ${names.join(', ')}`);
    return Object.fromEntries(
      Object.keys(first).map((name) => [
        name,
        stackAt(
          elements.map((element) => (element as Record<string, unknown>)[name]),
          `${path}.${name}`,
        ),
      ]),
    );
  }
  throw new TenlabError({
    code: 'invalid-data',
    place: 'Dataset.batch',
    expected: `numbers, texts, typed arrays or { data, shape } in ${path}`,
    received: first,
    remedy: 'Make it one of these with `map` first.',
  });
}

function stackArrays(elements: readonly unknown[], { data, shape }: NumberArray, path: string): ArrayData {
  const size = data.length;
  const all = new (data.constructor as new (length: number) => TypedArray)(size * elements.length);
  for (const [index, element] of elements.entries()) {
    const array = arrayOf(element);
    if (array?.data.constructor !== data.constructor || String(array.shape) !== String(shape)) {
      throw differ(
        path,
        `${data.constructor.name} of shape [${shape}], like the first of its batch`,
        describe(element),
      );
    }
    all.set(array.data, index * size);
  }
  return { data: all, shape: [elements.length, ...shape] };
}

type NumberArray = { data: TypedArray; shape: readonly number[] };

function arrayOf(element: unknown): NumberArray | undefined {
  if (ArrayBuffer.isView(element)) return { data: element as TypedArray, shape: [(element as TypedArray).length] };
  const { data, shape } = (element ?? {}) as Partial<NumberArray>;
  return ArrayBuffer.isView(data) && Array.isArray(shape) ? { data: data as TypedArray, shape } : undefined;
}

function expectAll(
  elements: readonly unknown[],
  path: string,
  fits: (element: unknown) => boolean,
  expected: string,
): void {
  const other = elements.find((element) => !fits(element));
  if (other !== undefined) throw differ(path, `${expected}, like the first of its batch`, describe(other));
}

function describe(element: unknown): string {
  const array = arrayOf(element);
  if (array !== undefined) return `${array.data.constructor.name} of shape [${array.shape}]`;
  return Array.isArray(element) ? `a list of ${element.length}` : typeof element;
}

function differ(path: string, expected: string, received: string): TenlabError {
  return new TenlabError({
    code: 'ragged-batch',
    place: 'Dataset.batch',
    expected: `${path} to be ${expected}`,
    received: inWords(received),
    remedy: 'Bring all to one shape with `map` first; `padSequences` does so for texts.',
  });
}
