import { deriveSeed, inWords, randomPermutation, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { flatten, mapTree, type Tree } from '../../graph/tree';
import type { Json } from '../resume/run-state';
import type { ArraySource } from './array-source';
import type { ArrayDataset } from './read-data';
import type { StepData } from './step-data';

/** Where the batches of an epoch come from. */
export interface BatchSource {
  /** Batches in one pass over the data; null when not known before its end. */
  readonly steps: number | null;
  /** Samples in the data; null when not known. */
  readonly samples: number | null;
  /** The batches of one pass, without the first `after.taken`. Whoever takes a batch disposes it. */
  pass(epoch: number, after?: PassPlace): AsyncIterable<StepData> | Iterable<StepData>;
  /** Runs `use` with a first batch, or with up to `most` first samples where they are arrays; they are freed afterwards. No pass is begun by it. */
  withFirstBatch(use: (batch: StepData) => void, most?: number): void | Promise<void>;
  /** Whether `withFirstBatch` can show one without losing it. */
  readonly givesFirstBatch: boolean;
  /** What the order of the batches comes from, and where the latest pass stands. */
  getState(): Json;
  setState(state: Json): void;
}

/** A place in a pass: how many batches were taken, and where that left their source. */
export interface PassPlace {
  taken: number;
  source: Json;
}

export interface ArrayBatchesOptions {
  batchSize: number;
  /** Samples in a new order in each pass; `batch` keeps batches together and orders them anew. */
  shuffle: boolean | 'batch';
  /** The types the model wants its inputs in, in order. */
  inputTypes?: readonly tf.DataType[];
}

/** Batches of arrays. The order of a pass depends on the global seed and the epoch alone. */
export class ArrayBatches implements BatchSource {
  readonly steps: number;
  readonly samples: number;
  readonly givesFirstBatch: boolean = true;
  readonly #dataset: ArrayDataset;
  readonly #options: ArrayBatchesOptions;
  #seed: number;

  constructor(dataset: ArrayDataset, options: ArrayBatchesOptions) {
    this.#dataset = dataset;
    this.#options = options;
    this.samples = dataset.samples;
    this.steps = Math.ceil(dataset.samples / options.batchSize);
    this.#seed = options.shuffle ? deriveSeed() : 0;
  }

  /** The data behind the batches. */
  get dataset(): ArrayDataset {
    return this.#dataset;
  }

  get batchSize(): number {
    return this.#options.batchSize;
  }

  /** The types of a batch's inputs, in order, where the model says. */
  get inputTypes(): readonly tf.DataType[] {
    return this.#options.inputTypes ?? [];
  }

  /** How samples are put in order: not at all, anew in each pass, or anew in whole batches. */
  get shuffle(): boolean | 'batch' {
    return this.#options.shuffle;
  }

  /** The samples of one pass in order; null for the order they have. */
  order(epoch: number): Int32Array | null {
    return this.#options.shuffle === true ? randomPermutation(this.samples, this.#seed + epoch) : null;
  }

  /** The samples at these places of the data. Whoever takes them disposes them. */
  take(rows: Int32Array | { start: number; end: number }): StepData {
    const { x, y, sampleWeight } = this.#dataset;
    let input = 0;
    return {
      x: mapTree(x, (source: ArraySource) =>
        source.take(rows, source.dtype === 'string' ? 'string' : this.inputTypes[input++]),
      ),
      y: y && mapTree(y, (source: ArraySource) => source.take(rows)),
      sampleWeight: sampleWeight && mapTree(sampleWeight, (source: ArraySource) => source.take(rows, 'float32')),
    };
  }

  /** The seed of the orders: with it and the epoch, any place is found again. */
  getState(): Json {
    return { seed: this.#seed };
  }

  setState(state: Json): void {
    this.#seed = (state as { seed: number }).seed;
  }

  /** Runs `use` with the first samples of the data, as many as a batch has; they are freed afterwards. */
  withFirstBatch(use: (batch: StepData) => void, most = this.batchSize): void {
    const batch = this.take({ start: 0, end: Math.min(most, this.samples) });
    try {
      use(batch);
    } finally {
      disposeBatch(batch);
    }
  }

  *pass(epoch: number, after?: PassPlace): Iterable<StepData> {
    const { batchSize, shuffle } = this.#options;
    const order = this.order(epoch);
    const blocks = shuffle === 'batch' ? randomPermutation(this.steps, this.#seed + epoch) : null;
    for (let step = after?.taken ?? 0; step < this.steps; step++) {
      const start = (blocks ? (blocks[step] as number) : step) * batchSize;
      const end = Math.min(start + batchSize, this.samples);
      yield this.take(order ? order.subarray(start, end) : { start, end });
    }
  }
}

/** Frees the tensors of a batch. */
export function disposeBatch({ x, y, sampleWeight }: StepData): void {
  tf.dispose([flatten(x), y && flatten(y), sampleWeight && flatten(sampleWeight)] as tf.TensorContainer);
}

/** The number of samples in a batch. */
export function batchLength(x: Tree<tf.Tensor>): number {
  const first = flatten(x)[0];
  const length = first?.shape[0];
  if (length !== undefined) return length;
  throw new TenlabError({
    code: 'invalid-data',
    expected: 'a batch must have samples along its first axis',
    received: inWords(first ? 'a scalar' : 'no tensor'),
    remedy: 'Add the batch axis: tf.expandDims(x, 0).',
  });
}
