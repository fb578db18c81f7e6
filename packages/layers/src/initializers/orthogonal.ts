import { randomNormalValues, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../registry/config';
import { expectKnownOptions } from '../registry/options';
import { RandomInitializer, type RandomInitializerOptions } from './random-initializer';

export interface OrthogonalOptions extends RandomInitializerOptions {
  /** The length of the vectors. Default 1. */
  gain?: number;
}

/**
 * Vectors of one length at right angles: rows or columns of the matrix with the last axis as columns, whichever are fewer.
 *
 * They come from a random normal matrix by Gram-Schmidt, done twice so that float32 sees exact right angles. Rank 2 or more.
 * Saxe et al. 2013, arXiv:1312.6120. Keras class: `keras.initializers.Orthogonal`.
 *
 * @example
 * new Orthogonal({ seed: 1 }).initialize([4, 2]).shape; // [4, 2]
 */
export class Orthogonal extends RandomInitializer {
  static readonly className: string = 'Orthogonal';
  readonly gain: number;

  constructor(options: OrthogonalOptions = {}) {
    super(options);
    expectKnownOptions('Orthogonal', options, ['gain', 'seed']);
    this.gain = options.gain ?? 1;
  }

  override initialize(shape: number[], dtype: tf.DataType = 'float32'): tf.Tensor {
    if (shape.length < 2) {
      throw new TenlabError({
        code: 'invalid-shape',
        place: 'Orthogonal',
        expected: 'a shape of rank 2 or more',
        received: shape,
        remedy: "Use another initializer, such as 'glorot_uniform'.",
      });
    }
    const columns = shape.at(-1)!;
    const rows = shape.slice(0, -1).reduce((size, next) => size * next, 1);
    const count = Math.min(rows, columns);
    const length = Math.max(rows, columns);
    const vectors = orthonormal(randomNormalValues(count * length, { seed: this.seed }), count, length);
    const values = new Float32Array(rows * columns);
    for (let vector = 0; vector < count; vector++) {
      for (let i = 0; i < length; i++) {
        // The fewer vectors are columns of a tall matrix and rows of a wide one.
        const at = rows >= columns ? i * columns + vector : vector * columns + i;
        values[at] = this.gain * vectors[vector]![i]!;
      }
    }
    return tf.tensor(values, shape, dtype);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), gain: this.gain };
  }
}

/** Takes from each vector its shares along the earlier ones, twice, and scales it to length 1. */
function orthonormal(values: Float32Array, count: number, length: number): Float64Array[] {
  const vectors: Float64Array[] = [];
  for (let i = 0; i < count; i++) {
    const vector = Float64Array.from(values.subarray(i * length, (i + 1) * length));
    for (let pass = 0; pass < 2; pass++) {
      for (const earlier of vectors) {
        const share = dot(vector, earlier);
        for (let j = 0; j < length; j++) vector[j]! -= share * earlier[j]!;
      }
    }
    const norm = Math.sqrt(dot(vector, vector));
    vectors.push(vector.map((value) => value / norm));
  }
  return vectors;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
