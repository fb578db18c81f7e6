import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { isRecord, mapTree, type Tree } from '../../graph/tree';
import type { ArraySource } from './array-source';
import type { BatchSource } from './batches';
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

  constructor(place: string, iterable: BatchIterable, counts: { inputs?: number; outputs?: number }) {
    this.#place = place;
    this.#iterable = iterable;
    this.#counts = counts;
    const { size, length } = iterable as { size?: unknown; length?: unknown };
    const known = typeof iterable === 'function' ? size : (size ?? length);
    this.steps = typeof known === 'number' && Number.isFinite(known) ? known : null;
  }

  async *pass(): AsyncIterable<StepData> {
    for await (const batch of batchesOf(this.#iterable)) yield this.#read(batch);
  }

  #read(batch: unknown): StepData {
    const { x, y, sampleWeight } = readParts(batch);
    const own = new Set<tf.Tensor>();
    collectTensors([{ x, y, sampleWeight }], own);
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

async function* batchesOf(iterable: BatchIterable): AsyncIterable<unknown> {
  const given = typeof iterable === 'function' ? iterable() : iterable;
  if ('iterator' in given) {
    const iterator = await given.iterator();
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } else {
    yield* given as AsyncIterable<unknown>;
  }
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
