import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { isRecord, mapTree, type Tree } from '../../graph/tree';
import type { Json } from '../resume/run-state';
import type { ArraySource } from './array-source';
import { type BatchSource, disposeBatch, type PassPlace } from './batches';
import { type DataInput, readDataset } from './read-data';
import type { StepData } from './step-data';

/** A batch as an iterable may give it: `[x]`, `[x, y]`, `[x, y, sampleWeight]`, `{ xs, ys }`, or `x` alone. */
export type BatchInput =
  | DataInput
  | readonly [DataInput, (DataInput | null)?, (DataInput | null)?]
  | { xs: DataInput; ys: DataInput };

/** Something that gives batches: a generator, a data set, a `tf.data` data set, or a function that makes one. */
export type BatchIterable =
  | Iterable<BatchInput>
  | AsyncIterable<BatchInput>
  | { iterator(): Promise<{ next(): Promise<IteratorResult<unknown>> }> }
  | (() => Iterable<BatchInput> | AsyncIterable<BatchInput>);

/**
 * Batches whose place can be kept: an iterator tells its state, and a new one can begin there. `Dataset` of `@tenlab/datasets` is
 * such; a run over other iterables is resumed by taking the batches before once more.
 */
export interface ResumableBatches extends AsyncIterable<BatchInput> {
  [Symbol.asyncIterator](): ResumableIterator;
  /** Begins where an iterator's `getState` was asked. */
  iterateFrom(state: Json): ResumableIterator;
}

/** An iterator that tells where it is. */
export interface ResumableIterator extends AsyncIterator<BatchInput> {
  /** The place after the batches taken so far. */
  getState(): Json;
}

/** Whether a value gives batches rather than being data itself. */
export function isBatchIterable(value: unknown): value is BatchIterable {
  if (typeof value === 'function') return true;
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof tf.Tensor || ArrayBuffer.isView(value) || Array.isArray(value)) return false;
  if ('data' in value && 'shape' in value) return false;
  return (
    Symbol.iterator in value ||
    Symbol.asyncIterator in value ||
    typeof (value as { iterator?: unknown }).iterator === 'function'
  );
}

/**
 * Batches that come ready made. Tensors among them belong to the training loop once given: it disposes them after their step.
 */
export class IterableBatches implements BatchSource {
  readonly steps: number | null;
  readonly samples = null;
  readonly #place: string;
  readonly #iterable: BatchIterable;
  readonly #counts: { inputs?: number; outputs?: number };
  #iterator: ResumableIterator | null = null;
  #begin: Json = null;

  constructor(place: string, iterable: BatchIterable, counts: { inputs?: number; outputs?: number }) {
    this.#place = place;
    this.#iterable = iterable;
    this.#counts = counts;
    const { size, length } = iterable as { size?: unknown; length?: unknown };
    const known = typeof iterable === 'function' ? size : (size ?? length);
    this.steps = typeof known === 'number' && Number.isFinite(known) ? known : null;
  }

  /** Where the iterator of the latest pass stands; null for one that cannot tell. */
  getState(): Json {
    return this.#iterator?.getState() ?? null;
  }

  /** The next pass begins there: a data set may give each pass in an order of its own. */
  setState(state: Json): void {
    this.#begin = state;
  }

  get givesFirstBatch(): boolean {
    return !isUsedUpOnce(this.#iterable);
  }

  /** Begins a pass of its own for it. Throws for a generator, whose first batch would be lost. */
  async withFirstBatch(use: (batch: StepData) => void): Promise<void> {
    if (!this.givesFirstBatch) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: this.#place,
        expected: 'the data of a run that is resumed must give its first batch more than once',
        received: inWords('a generator'),
        remedy: 'Pass the function that makes the generator, or a Dataset.',
      });
    }
    const given = typeof this.#iterable === 'function' ? this.#iterable() : this.#iterable;
    for await (const batch of batchesOf(given)) {
      const data = this.#read(batch);
      try {
        use(data);
      } finally {
        disposeBatch(data);
      }
      return;
    }
  }

  async *pass(_epoch?: number, after?: PassPlace): AsyncIterable<StepData> {
    const given = typeof this.#iterable === 'function' ? this.#iterable() : this.#iterable;
    let toSkip = after?.taken ?? 0;
    let batches: AsyncIterable<unknown> = batchesOf(given);
    this.#iterator = null;
    if (isResumable(given)) {
      const place = after?.source ?? this.#begin;
      const iterator = place ? given.iterateFrom(place) : given[Symbol.asyncIterator]();
      if (after?.source) toSkip = 0;
      this.#begin = null;
      this.#iterator = iterator;
      batches = { [Symbol.asyncIterator]: () => iterator };
    }
    for await (const batch of batches) {
      if (toSkip === 0) yield this.#read(batch);
      else disposeTensors(batch);
      toSkip = Math.max(0, toSkip - 1);
    }
  }

  #read(batch: unknown): StepData {
    const { x, y, sampleWeight } = readParts(batch);
    const own = tensorsIn({ x, y, sampleWeight });
    const dataset = readDataset(this.#place, { x, y, sampleWeight }, this.#counts);
    const take = (tree: Tree<ArraySource>) =>
      mapTree(tree, (source: ArraySource) => source.take({ start: 0, end: source.length }));
    const data = {
      x: take(dataset.x),
      y: dataset.y && take(dataset.y),
      sampleWeight: dataset.sampleWeight && take(dataset.sampleWeight),
    };
    for (const tensor of own) tensor.dispose();
    return data;
  }
}

async function* batchesOf(given: Exclude<BatchIterable, () => unknown>): AsyncIterable<unknown> {
  if ('iterator' in given) {
    const iterator = await given.iterator();
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } else {
    yield* given as AsyncIterable<unknown>;
  }
}

function isUsedUpOnce(iterable: BatchIterable): boolean {
  if (typeof iterable === 'function') return false;
  if (Symbol.asyncIterator in iterable) return (iterable[Symbol.asyncIterator]() as unknown) === iterable;
  return Symbol.iterator in iterable && (iterable[Symbol.iterator]() as unknown) === iterable;
}

function isResumable(given: object): given is ResumableBatches {
  return 'iterateFrom' in given && typeof given.iterateFrom === 'function' && Symbol.asyncIterator in given;
}

function readParts(batch: unknown): { x: DataInput; y: DataInput | null; sampleWeight: DataInput | null } {
  if (isRecord(batch) && 'xs' in batch && 'ys' in batch) {
    return { x: batch.xs as DataInput, y: batch.ys as DataInput, sampleWeight: null };
  }
  // A list is a tuple as in Keras; a list of numbers is data.
  if (Array.isArray(batch) && batch.length >= 1 && batch.length <= 3 && typeof batch[0] === 'object') {
    const [x, y = null, sampleWeight = null] = batch as [DataInput, (DataInput | null)?, (DataInput | null)?];
    return { x, y, sampleWeight };
  }
  return { x: batch as DataInput, y: null, sampleWeight: null };
}

function tensorsIn(batch: unknown): Set<tf.Tensor> {
  const own = new Set<tf.Tensor>();
  collectTensors([batch], own);
  return own;
}

function disposeTensors(batch: unknown): void {
  const { x, y, sampleWeight } = readParts(batch);
  for (const tensor of tensorsIn({ x, y, sampleWeight })) tensor.dispose();
}

function collectTensors(value: unknown, into: Set<tf.Tensor>): void {
  if (value instanceof tf.Tensor) {
    if (value.isDisposed) {
      throw new TenlabError({
        code: 'disposed-batch',
        expected: 'the tensors of a batch must still be there',
        received: inWords('a tensor that has been disposed'),
        remedy: 'A batch belongs to the training loop once given. Give a copy, tf.clone(x), if you need it again.',
      });
    }
    into.add(value);
  } else if (Array.isArray(value) && typeof value[0] === 'object') {
    for (const item of value) collectTensors(item, into);
  } else if (isRecord(value)) {
    for (const item of Object.values(value)) collectTensors(item, into);
  }
}
