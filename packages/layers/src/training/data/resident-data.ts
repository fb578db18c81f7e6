import { backendCompiles } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { flatten, mapTree } from '../../graph/tree';
import type { ArraySource } from './array-source';
import { ArrayBatches, type BatchSource, disposeBatch } from './batches';
import type { StepData } from './step-data';

/** More than this is not copied to the backend as a whole. */
const mostBytes = 2 ** 29;

/** What a step that picks out its batches is given: the samples in their order, and all data. */
export interface ResidentTensors {
  /** Int32, the places of the samples in the data. */
  order: tf.Tensor;
  all: StepData;
}

/**
 * A data set that lies on the backend as a whole, so that picking out a batch is a part of the step, and many steps can run
 * without JavaScript in between.
 */
export class ResidentData {
  readonly batches: ArrayBatches;
  /** The type of each part of a batch, leaf by leaf. */
  readonly types: readonly tf.DataType[];
  readonly #all: StepData;
  #order: tf.Tensor | null = null;

  private constructor(batches: ArrayBatches) {
    this.batches = batches;
    const { x, y, sampleWeight } = batches.dataset;
    const place = (source: ArraySource) => source.toBackend();
    this.#all = {
      x: mapTree(x, place),
      y: y && mapTree(y, place),
      sampleWeight: sampleWeight && mapTree(sampleWeight, place),
    };
    this.types = [
      ...flatten<ArraySource>(x).map(({ dtype }, input) => batches.inputTypes[input] ?? dtype),
      ...(y ? flatten<ArraySource>(y).map(({ dtype }) => dtype) : []),
      ...(sampleWeight ? flatten<ArraySource>(sampleWeight).map(() => 'float32' as const) : []),
    ];
  }

  /** Places the data; null where that would do no good: not arrays, strings, too much, or a backend that compiles nothing. */
  static of(source: BatchSource): ResidentData | null {
    if (!(source instanceof ArrayBatches) || source.shuffle === 'batch' || !backendCompiles()) return null;
    const { x, y, sampleWeight } = source.dataset;
    const sources = [x, y, sampleWeight].flatMap((tree) => (tree ? flatten<ArraySource>(tree) : []));
    if (sources.some(({ dtype }) => dtype === 'string')) return null;
    if (sources.reduce((sum, { bytesToPlace }) => sum + bytesToPlace, 0) > mostBytes) return null;
    return new ResidentData(source);
  }

  /** Begins a pass: the samples come in the order of this epoch. */
  begin(epoch: number): void {
    this.#order?.dispose();
    const { samples } = this.batches;
    this.#order = tf.tensor1d(this.batches.order(epoch) ?? Int32Array.from({ length: samples }, (_, i) => i), 'int32');
  }

  /** What steps of this pass work on. */
  get tensors(): ResidentTensors {
    return { order: this.#order as tf.Tensor, all: this.#all };
  }

  /** The samples from `start` to before `end` of this pass. The caller disposes them. */
  take(start: number, end: number): StepData {
    return this.batches.take((this.#order as tf.Tensor).dataSync().slice(start, end) as Int32Array);
  }

  /** Frees the copies. */
  dispose(): void {
    this.#order?.dispose();
    disposeBatch(this.#all);
  }
}

/** Picks `size` samples out of all, from place `at` of the order on, as part of a step. */
export function pickBatch(
  { order, all }: ResidentTensors,
  at: tf.Tensor,
  size: number,
  types: readonly tf.DataType[],
): StepData {
  const places = tf.add(
    tf.tensor1d(
      Int32Array.from({ length: size }, (_, i) => i),
      'int32',
    ),
    at,
  );
  const rows = tf.gather(order, places as tf.Tensor1D);
  let leaf = 0;
  const pick = (tensor: tf.Tensor) => tf.cast(tf.gather(tensor, rows), types[leaf++] as tf.DataType);
  return {
    x: mapTree(all.x, pick),
    y: all.y && mapTree(all.y, pick),
    sampleWeight: all.sampleWeight && mapTree(all.sampleWeight, pick),
  };
}
