import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { axisOf, formatShape, type Shape, type Shapes } from '../../graph/shape';
import { flatten, type Tree } from '../../graph/tree';
import type { Config } from '../../registry/config';
import { asFloat } from '../as-float';
import { contract } from '../core/contract';
import type { CallOptions, LayerOptions } from '../layer';
import { BaseMerge } from './base-merge';

export interface DotOptions extends LayerOptions {
  /** The axis that is summed over, one for both inputs or one for each. */
  axes: number | readonly [number, number];
  /** Whether both are brought to length 1 along it first: the result is then the cosine of their angle. Default false. */
  normalize?: boolean;
}

/**
 * The products of two inputs, sample by sample: `output[b, i, j] = Σ_k x[b, i, k] * y[b, j, k]` along the axes given.
 *
 * Shapes: the first shape without its axis, then the second without its axis and batch; `[batch, 1]` for two vectors. Throws
 * when the two axes differ in length. Keras class: `keras.layers.Dot`.
 *
 * @example
 * new Dot({ axes: 1 }).apply([tf.tensor2d([[1, 2]]), tf.tensor2d([[3, 4]])]).arraySync(); // [[11]]
 */
export class Dot extends BaseMerge {
  static override readonly className: string = 'Dot';
  readonly axes: number | readonly [number, number];
  readonly normalize: boolean;

  constructor(options: DotOptions) {
    super(options, ['axes', 'normalize']);
    const { axes, normalize = false } = options;
    if (![axes].flat().every(Number.isInteger) || (Array.isArray(axes) && axes.length !== 2)) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: this.place,
        expected: '`axes` must be an integer or two of them',
        received: axes,
        remedy: 'Pass the axis to sum over, for example -1.',
      });
    }
    this.axes = axes;
    this.normalize = normalize;
  }

  override call(inputs: Tree<tf.Tensor>, _options: CallOptions): tf.Tensor {
    const tensors = flatten(inputs).map(asFloat);
    this.computeOutputShape(tensors.map(({ shape }) => shape as Shape));
    return this.merge(tensors);
  }

  protected override merge(inputs: readonly tf.Tensor[]): tf.Tensor {
    const [x, y] = inputs as [tf.Tensor, tf.Tensor];
    const axes = this.#axesFor(x.rank, y.rank);
    const [a, b] = this.normalize ? [unit(x, axes[0]), unit(y, axes[1])] : [x, y];
    // Letters: z is the batch, k the axis that is summed over.
    const left = Array.from({ length: x.rank }, (_, i) => (i === 0 ? 'z' : i === axes[0] ? 'k' : LETTERS[i]));
    const right = Array.from({ length: y.rank }, (_, i) => (i === 0 ? 'z' : i === axes[1] ? 'k' : LETTERS[8 + i]));
    const out = [...left, ...right.slice(1)].filter((letter) => letter !== 'k');
    const product = contract(`${left.join('')},${right.join('')}->${out.join('')}`, a, b);
    return product.rank === 1 ? tf.expandDims(product, 1) : product;
  }

  override computeOutputShape(inputShape: Shapes): Shape {
    const [x, y] = this.expectList(inputShape, 2) as [Shape, Shape];
    const [left, right] = this.#axesFor(x.length, y.length);
    const [a, b] = [x[left], y[right]];
    if (left === 0 || right === 0 || a === undefined || b === undefined || (a !== null && b !== null && a !== b)) {
      throw new TenlabError({
        code: 'invalid-shape',
        place: this.place,
        expected: `axis ${left} of the first and axis ${right} of the second input must be equally long, and not the batch`,
        received: inWords(`shapes ${formatShape(x)} and ${formatShape(y)}`),
        remedy: 'Choose other `axes`.',
      });
    }
    const shape = [...x.filter((_, i) => i !== left), ...y.filter((_, i) => i !== right && i !== 0)];
    return shape.length === 1 ? [...shape, 1] : shape;
  }

  /** The axes are gone, and what was masked with them. */
  override computeMask(): null {
    return null;
  }

  override getConfig(): Config {
    return { ...super.getConfig(), axes: this.axes, normalize: this.normalize };
  }

  #axesFor(rankX: number, rankY: number): [number, number] {
    const [a, b] = typeof this.axes === 'number' ? [this.axes, this.axes] : this.axes;
    return [axisOf(a, rankX), axisOf(b, rankY)];
  }
}

const LETTERS = 'abcdefgh' + 'ijlmnopq';

/** Keras's `normalize`: divided by the length, at least 1e-7. */
function unit(x: tf.Tensor, axis: number): tf.Tensor {
  const squares = tf.sum(tf.square(x), axis, true);
  return tf.mul(x, tf.rsqrt(tf.maximum(squares, 1e-14)));
}
