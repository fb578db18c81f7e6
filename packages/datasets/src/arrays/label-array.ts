import * as tf from '@tensorflow/tfjs-core';

/**
 * Class numbers, one byte each, shape [labels].
 *
 * @example
 * const labels = new LabelArray(Uint8Array.of(5, 0, 4));
 * labels.toTensor().dataSync(); // Int32Array [5, 0, 4]
 */
export class LabelArray {
  readonly dtype = 'uint8';
  readonly data: Uint8Array;
  readonly shape: [labels: number];

  constructor(data: Uint8Array) {
    this.data = data;
    this.shape = [data.length];
  }

  /** Number of labels. */
  get length(): number {
    return this.shape[0];
  }

  /** The labels from `begin` up to, not with, `end`. Shares the bytes. Negative numbers count from the end. */
  slice(begin: number, end: number = this.length): LabelArray {
    return new LabelArray(this.data.subarray(begin, end));
  }

  /** An int32 tensor of the same shape. It belongs to the caller, who disposes it. */
  toTensor(): tf.Tensor1D {
    return tf.tensor1d(Int32Array.from(this.data), 'int32');
  }
}
