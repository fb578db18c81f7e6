import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { expectPositiveInteger } from '../checks';
import { Layer, type LayerOptions } from '../layer';
import { repeatAxis } from './repeat-axis';

export interface RepeatVectorOptions extends LayerOptions {
  /** How often each vector is repeated. */
  n: number;
}

/**
 * Makes a sequence of copies of each vector.
 *
 * Shapes: `[batch, features]` to `[batch, n, features]`. Throws unless `n` is a positive integer.
 * Keras class: `keras.layers.RepeatVector`.
 *
 * @example
 * new RepeatVector({ n: 2 }).apply(tf.tensor2d([[1, 2]])).arraySync(); // [[[1, 2], [1, 2]]]
 */
export class RepeatVector extends Layer {
  static override readonly className: string = 'RepeatVector';
  readonly n: number;

  constructor(options: RepeatVectorOptions) {
    super(options, ['n']);
    expectPositiveInteger(this.place, 'n', options.n, 3);
    this.n = options.n;
    this.inputSpec = { ndim: 2 };
    this.markBuilt();
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    return repeatAxis(tf.expandDims(inputs, 1), 1, this.n);
  }

  override computeOutputShape([batch = null, features = null]: Shape): Shape {
    return [batch, this.n, features];
  }

  override getConfig(): Config {
    return { ...super.getConfig(), n: this.n };
  }
}
