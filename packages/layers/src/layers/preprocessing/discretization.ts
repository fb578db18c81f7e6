import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { KerasTensor } from '../../graph/keras-tensor';
import type { Shape } from '../../graph/shape';
import type { Tree } from '../../graph/tree';
import type { Config } from '../../registry/config';
import { asFloat } from '../as-float';
import { expectOneOf, expectPositiveInteger } from '../checks';
import { Layer, type LayerOptions } from '../layer';
import { type AdaptData, batchesOf } from './adapt-data';
import { type CategoryMode, encodeCategories, encodedShape } from './encode-categories';
import { binBoundaries, mergeSummaries, type QuantileSummary, summarize } from './quantile-summary';

export interface DiscretizationOptions extends LayerOptions {
  /** The boundaries between bins, in rising order. Either these or `numBins`. */
  binBoundaries?: readonly number[] | null;
  /** The number of bins that `adapt` finds boundaries for. */
  numBins?: number | null;
  /** How closely `adapt` follows the distribution; smaller takes more memory. Default 0.01. */
  epsilon?: number;
  /** Default `int`, the number of the bin. */
  outputMode?: CategoryMode;
  /** Read from configs; only false is supported. */
  sparse?: boolean;
}

/**
 * The number of the bin that a value falls into: as many as there are boundaries not above it.
 *
 * The shape stays; other modes give vectors of one place per bin. Throws without boundaries and without `numBins`, and when called
 * before `adapt`. Keras class: `keras.layers.Discretization`.
 *
 * @example
 * new Discretization({ binBoundaries: [0, 1] }).apply(tf.tensor1d([-1, 0, 0.5, 3])).arraySync(); // [0, 1, 1, 2]
 */
export class Discretization extends Layer {
  static override readonly className: string = 'Discretization';
  readonly numBins: number | null;
  readonly epsilon: number;
  readonly outputMode: CategoryMode;
  binBoundaries: readonly number[] | null;

  constructor(options: DiscretizationOptions) {
    super(options, ['binBoundaries', 'numBins', 'epsilon', 'outputMode', 'sparse']);
    const { binBoundaries: boundaries = null, numBins = null, epsilon = 0.01, outputMode = 'int' } = options;
    if (boundaries === null && numBins === null) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: this.place,
        expected: '`binBoundaries` or `numBins` must be given',
        received: inWords('neither'),
        remedy: 'Give the boundaries, or the number of bins and call adapt(data).',
      });
    }
    if (numBins !== null) expectPositiveInteger(this.place, 'numBins', numBins, 4);
    expectOneOf(this.place, 'outputMode', outputMode, ['int', 'one_hot', 'multi_hot', 'count'] as const);
    expectOneOf(this.place, 'sparse', options.sparse ?? false, [false] as const);
    this.numBins = numBins;
    this.binBoundaries = boundaries;
    this.epsilon = epsilon;
    this.outputMode = outputMode;
    this.markBuilt();
  }

  /** Finds boundaries between which equally many of the values lie. Reads the data on the host. */
  adapt(data: AdaptData): void {
    const { numBins } = this;
    if (numBins === null) {
      throw new TenlabError({
        code: 'invalid-call',
        place: this.place,
        expected: 'a layer with given boundaries must not be adapted',
        received: inWords('a call of adapt()'),
        remedy: 'Give `numBins` instead of `binBoundaries`.',
      });
    }
    let summary: QuantileSummary = { values: new Float32Array(0), weights: new Float32Array(0) };
    tf.tidy(() => {
      for (const batch of batchesOf(this.place, data, 'float32')) {
        summary = mergeSummaries(summarize(batch.dataSync(), this.epsilon), summary, this.epsilon);
      }
    });
    this.binBoundaries = binBoundaries(summary, numBins);
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    const boundaries = this.#boundaries();
    const above = tf.greaterEqual(tf.expandDims(asFloat(inputs), -1), tf.tensor1d([...boundaries]));
    const bins = tf.sum(tf.cast(above, 'int32'), -1);
    return encodeCategories(bins, this.outputMode, boundaries.length + 1, 'float32');
  }

  override computeOutputShape(inputShape: Shape): Shape {
    const depth = this.binBoundaries ? this.binBoundaries.length + 1 : this.numBins;
    return encodedShape(inputShape, this.outputMode, depth);
  }

  override computeOutputSpec(inputs: Tree<KerasTensor>): KerasTensor {
    const shape = this.computeOutputShape((inputs as KerasTensor).shape);
    return new KerasTensor(shape, this.outputMode === 'int' ? 'int32' : 'float32');
  }

  override getConfig(): Config {
    return {
      bin_boundaries: this.binBoundaries,
      num_bins: this.numBins,
      epsilon: this.epsilon,
      output_mode: this.outputMode,
      sparse: false,
      name: this.name,
      dtype: this.dtype,
    };
  }

  #boundaries(): readonly number[] {
    if (this.binBoundaries) return this.binBoundaries;
    throw new TenlabError({
      code: 'not-adapted',
      place: this.place,
      expected: 'the boundaries must be known',
      received: inWords('none'),
      remedy: 'Call adapt(data) first, or give `binBoundaries`.',
    });
  }
}
