import { TenlabError } from '@tenlab/core';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { expectPositiveInteger } from '../checks';
import { BaseMultiHeadAttention, type BaseMultiHeadAttentionOptions, type Heads } from './base-multi-head-attention';

export interface MultiHeadAttentionOptions extends BaseMultiHeadAttentionOptions {
  /** The number of heads. */
  numHeads: number;
  /** The features of query and key in each head. */
  keyDim: number;
  /** The features of the value in each head. Default: `keyDim`. */
  valueDim?: number | null;
  /** The axes that take the place of the query's features in the output. Default: as many features as the query has. */
  outputShape?: number | readonly number[] | null;
  /** The axes attention runs along. Default: all but the batch and the features. */
  attentionAxes?: number | readonly number[] | null;
}

/**
 * Attention in several heads, each with projections of its own: `head = softmax(Q · Kᵀ / √keyDim) · V` with `Q = query · Wq`,
 * `K = key · Wk`, `V = value · Wv`; the heads, side by side, are projected to the output.
 *
 * Called as `apply(query, { value, key })` (`key` is the value where it is left out) on `[batch, Tq, d]` and `[batch, Tv, dv]` it
 * gives `[batch, Tq, d]`, and with `returnAttentionScores` also the weights `[batch, heads, Tq, Tv]`. Masks: that of the queries `[batch, Tq]` travels with
 * them or is given as `mask` (`queryMask` is taken and, as in Keras, has no effect), `valueMask` and `keyMask` `[batch, Tv]`
 * (or those that travel with the tensors), `attentionMask` `[batch, Tq, Tv]`, `useCausalMask`. Throws without `value`, and where value and key differ in length.
 * Vaswani et al. 2017. Keras class: `keras.layers.MultiHeadAttention`.
 *
 * @example
 * const x = tf.zeros([1, 5, 16]);
 * new MultiHeadAttention({ numHeads: 2, keyDim: 8 }).apply(x, { value: x, useCausalMask: true }).shape; // [1, 5, 16]
 */
export class MultiHeadAttention extends BaseMultiHeadAttention {
  static override readonly className: string = 'MultiHeadAttention';
  readonly numHeads: number;
  readonly keyDim: number;
  readonly valueDim: number;
  readonly outputAxes: readonly number[] | null;
  readonly attentionAxes: readonly number[] | null;
  protected readonly scale: number;

  constructor(options: MultiHeadAttentionOptions) {
    super(options, ['numHeads', 'keyDim', 'valueDim', 'outputShape', 'attentionAxes']);
    const { numHeads, keyDim, outputShape = null, attentionAxes = null } = options;
    const valueDim = options.valueDim ?? keyDim;
    expectPositiveInteger(this.place, 'numHeads', numHeads, 8);
    expectPositiveInteger(this.place, 'keyDim', keyDim, 64);
    expectPositiveInteger(this.place, 'valueDim', valueDim, 64);
    this.numHeads = numHeads;
    this.keyDim = keyDim;
    this.valueDim = valueDim;
    this.outputAxes = listed(outputShape);
    this.attentionAxes = listed(attentionAxes);
    this.scale = 1 / Math.sqrt(keyDim);
  }

  protected override heads(queryShape: Shape): Heads {
    const { numHeads, keyDim, valueDim } = this;
    return {
      query: [numHeads, keyDim],
      key: [numHeads, keyDim],
      value: [numHeads, valueDim],
      output: this.outputAxes ?? [queryShape.at(-1) as number],
    };
  }

  override axes(rank: number): readonly number[] {
    const axes = this.attentionAxes ?? Array.from({ length: rank - 2 }, (_, axis) => axis + 1);
    const counted = axes.map((axis) => (axis < 0 ? axis + rank : axis));
    if (counted.every((axis) => Number.isInteger(axis) && axis > 0 && axis < rank - 1)) return counted;
    throw new TenlabError({
      code: 'invalid-argument',
      place: this.place,
      expected: `\`attentionAxes\` must lie between the batch and the features of inputs with ${rank} axes`,
      received: this.attentionAxes,
      remedy: 'Leave it out for all of them.',
    });
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      num_heads: this.numHeads,
      key_dim: this.keyDim,
      value_dim: this.valueDim,
      output_shape: this.outputAxes,
      attention_axes: this.attentionAxes,
    };
  }
}

function listed(value: number | readonly number[] | null): readonly number[] | null {
  return typeof value === 'number' ? [value] : value;
}
