import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { autoName } from '../../graph/naming';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { expectPositiveInteger } from '../checks';
import { BaseMultiHeadAttention, type BaseMultiHeadAttentionOptions, type Heads } from './base-multi-head-attention';

export interface GroupQueryAttentionOptions extends BaseMultiHeadAttentionOptions {
  /** The features of each head. */
  headDim: number;
  /** The number of heads of the queries. */
  numQueryHeads: number;
  /** The number of heads of keys and values; it divides that of the queries. */
  numKeyValueHeads: number;
}

/**
 * Attention in several heads, in which groups of heads of the queries share one head of keys and values: nearly as good as
 * `MultiHeadAttention` with fewer weights and less to keep. Each head: `softmax(Q · Kᵀ / √headDim) · V`.
 *
 * Inputs `[batch, T, d]`, the call and its errors are those of `MultiHeadAttention`. Throws when the heads do not divide.
 * Ainslie et al. 2023. Keras class: `keras.layers.GroupQueryAttention`.
 *
 * @example
 * const x = tf.zeros([1, 5, 16]);
 * const layer = new GroupQueryAttention({ headDim: 8, numQueryHeads: 4, numKeyValueHeads: 2 });
 * layer.apply(x, { value: x }).shape; // [1, 5, 16]
 */
export class GroupQueryAttention extends BaseMultiHeadAttention {
  static override readonly className: string = 'GroupQueryAttention';
  static override readonly penalizesOutput: boolean = true;
  readonly headDim: number;
  readonly numQueryHeads: number;
  readonly numKeyValueHeads: number;
  protected readonly scale: number;
  protected override readonly usesQueryMask = true;

  constructor(options: GroupQueryAttentionOptions) {
    // Keras names it after the Python class, which is called otherwise.
    super({ ...options, name: options.name ?? autoName('GroupedQueryAttention') }, [
      'headDim',
      'numQueryHeads',
      'numKeyValueHeads',
    ]);
    const { headDim, numQueryHeads, numKeyValueHeads } = options;
    expectPositiveInteger(this.place, 'headDim', headDim, 64);
    expectPositiveInteger(this.place, 'numQueryHeads', numQueryHeads, 8);
    expectPositiveInteger(this.place, 'numKeyValueHeads', numKeyValueHeads, 2);
    if (numQueryHeads % numKeyValueHeads !== 0) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: this.place,
        expected: '`numQueryHeads` must be a multiple of `numKeyValueHeads`',
        received: inWords(`${numQueryHeads} and ${numKeyValueHeads}`),
        remedy: 'Choose numbers that divide, for example 8 and 2.',
      });
    }
    this.headDim = headDim;
    this.numQueryHeads = numQueryHeads;
    this.numKeyValueHeads = numKeyValueHeads;
    this.scale = 1 / Math.sqrt(headDim);
    this.inputSpec = { ndim: 3 };
  }

  protected override heads(queryShape: Shape): Heads {
    const { headDim, numQueryHeads, numKeyValueHeads } = this;
    return {
      query: [numQueryHeads, headDim],
      key: [numKeyValueHeads, headDim],
      value: [numKeyValueHeads, headDim],
      output: [queryShape.at(-1) as number],
    };
  }

  override axes(): readonly number[] {
    return [1];
  }

  /** `[batch, T, groups, d]` to `[batch, T, heads, d]`, each group as often as it has heads. */
  protected override spread(heads: tf.Tensor): tf.Tensor {
    const repeats = this.numQueryHeads / this.numKeyValueHeads;
    if (repeats === 1) return heads;
    const [batch, steps, groups, features] = heads.shape as [number, number, number, number];
    const repeated = tf.tile(tf.reshape(heads, [batch * steps, groups, 1, features]), [1, 1, repeats, 1]);
    return tf.reshape(repeated, [batch, steps, groups * repeats, features]);
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      head_dim: this.headDim,
      num_query_heads: this.numQueryHeads,
      num_key_value_heads: this.numKeyValueHeads,
    };
  }
}
