import { inWords, SeedGenerator, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { softmax } from '../../activations/index';
import { KerasTensor } from '../../graph/keras-tensor';
import type { Shape } from '../../graph/shape';
import type { Tree } from '../../graph/tree';
import type { Config } from '../../registry/config';
import { expectNumber, fraction } from '../../registry/options';
import type { Weight } from '../../weight';
import { asFloat } from '../as-float';
import { expectOneOf } from '../checks';
import { expectMask } from '../expect-mask';
import { type CallOptions, Layer, type LayerOptions } from '../layer';
import { causalMask, dropped, listOfInputs } from './attention-masks';

export interface AttentionOptions extends LayerOptions {
  /** Whether the scores are multiplied by a learned number. Default false. */
  useScale?: boolean;
  /** `dot` (default): `query · key`. `concat`: `Σ tanh(query + key)`. */
  scoreMode?: 'dot' | 'concat';
  /** The part of the weights that is dropped in training. Default 0. */
  dropout?: number;
  /** Default: the next seed derived from `setSeed`'s. */
  seed?: number | null;
}

/**
 * Attention of Luong: each query takes the mean of the values, weighted by how well their keys match it:
 * `softmax(query · keyᵀ) · value`.
 *
 * Called on `[query, value]` or `[query, value, key]`, of shapes `[batch, Tq, d]`, `[batch, Tv, dv]`, `[batch, Tv, d]`, it gives
 * `[batch, Tq, dv]`, and with `returnAttentionScores` also the weights `[batch, Tq, Tv]`. `mask` is a list: queries that count,
 * values that count; `useCausalMask` lets a query see no later value. Throws on anything but two or three inputs.
 * Luong et al. 2015. Keras class: `keras.layers.Attention`.
 *
 * @example
 * new Attention().apply([tf.zeros([1, 2, 4]), tf.ones([1, 3, 4])]).arraySync(); // [[[1, 1, 1, 1], [1, 1, 1, 1]]]
 */
export class Attention extends Layer {
  static override readonly className: string = 'Attention';
  static override readonly takesMask: boolean = true;
  static override readonly callOptions: readonly string[] = ['returnAttentionScores', 'useCausalMask'];
  readonly useScale: boolean;
  readonly scoreMode: 'dot' | 'concat';
  readonly dropout: number;
  readonly seed: number | null;
  readonly seedGenerator: SeedGenerator | null;
  scale: Weight | null = null;
  concatScoreWeight: Weight | null = null;

  constructor(options: AttentionOptions = {}) {
    super(options, ['useScale', 'scoreMode', 'dropout', 'seed']);
    const { useScale = false, scoreMode = 'dot', dropout = 0, seed = null } = options;
    expectOneOf(this.place, 'scoreMode', scoreMode, ['dot', 'concat'] as const);
    expectNumber(this.place, 'dropout', dropout, fraction);
    this.useScale = useScale;
    this.scoreMode = scoreMode;
    this.dropout = dropout;
    this.seed = seed;
    this.seedGenerator = dropout > 0 ? new SeedGenerator(seed === null ? {} : { seed }) : null;
    this.supportsMasking = true;
  }

  override build(inputShape: Shape[]): void {
    listOfInputs(this.place, inputShape);
    this.scale = this.useScale ? this.addWeight({ name: 'scale', shape: [], initializer: 'ones' }) : null;
    this.concatScoreWeight =
      this.scoreMode === 'concat'
        ? this.addWeight({ name: 'concat_score_weight', shape: [], initializer: 'ones' })
        : null;
  }

  override call(inputs: tf.Tensor[], options: CallOptions): Tree<tf.Tensor> {
    const [query, value, key = value] = listOfInputs(this.place, inputs).map(asFloat) as [
      tf.Tensor,
      tf.Tensor,
      tf.Tensor?,
    ];
    const [queryMask, valueMask] = this.#masksOf(options.mask);
    if (queryMask) expectMask(this.place, 'mask', queryMask, query.shape.slice(0, 2));
    if (valueMask) expectMask(this.place, 'mask', valueMask, value.shape.slice(0, 2));
    const scores = this.scores(query, key);
    const visible = this.#visible(scores, valueMask, options.useCausalMask === true);
    const masked = visible ? tf.sub(scores, tf.mul(asFloat(tf.logicalNot(visible)), 1e9)) : scores;
    const weights = softmax(masked, { axis: -1 });
    const used = options.training && this.seedGenerator ? dropped(weights, this.dropout, this.seedGenerator) : weights;
    const attended = tf.matMul(used, value);
    const output = queryMask ? tf.mul(attended, asFloat(tf.expandDims(queryMask, -1))) : attended;
    return options.returnAttentionScores ? [output, used] : output;
  }

  /** How well each key matches each query: `[batch, Tq, Tv]`. */
  protected scores(query: tf.Tensor, key: tf.Tensor): tf.Tensor {
    if (this.scoreMode === 'dot') {
      const scores = tf.matMul(query, key, false, true);
      return this.scale ? tf.mul(scores, this.scale.read()) : scores;
    }
    const sum = tf.add(tf.expandDims(query, -2), tf.expandDims(key, -3));
    const match = tf.sum(tf.tanh(this.scale ? tf.mul(sum, this.scale.read()) : sum), -1);
    return tf.mul(match, (this.concatScoreWeight as Weight).read());
  }

  override computeOutputShape(inputShape: Shape[]): Shape {
    const [query, value] = listOfInputs(this.place, inputShape) as [Shape, Shape];
    return [...query.slice(0, -1), value.at(-1) ?? null];
  }

  override computeOutputSpec(inputs: Tree<KerasTensor>, options: Readonly<Record<string, unknown>>): Tree<KerasTensor> {
    const [query, value, key = value] = listOfInputs(this.place, inputs as KerasTensor[]) as [
      KerasTensor,
      KerasTensor,
      KerasTensor?,
    ];
    const output = new KerasTensor(this.computeOutputShape([query.shape, value.shape]), 'float32');
    if (!options.returnAttentionScores) return output;
    return [output, new KerasTensor([...query.shape.slice(0, -1), key.shape.at(-2) ?? null], 'float32')];
  }

  override computeMask(_inputs: Tree<tf.Tensor | KerasTensor>, previousMask: Tree<unknown>): Tree<unknown> {
    return Array.isArray(previousMask) ? previousMask[0] : null;
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      use_scale: this.useScale,
      score_mode: this.scoreMode,
      dropout: this.dropout,
      seed: this.seed,
    };
  }

  #masksOf(mask: Tree<tf.Tensor | null>): [tf.Tensor | null, tf.Tensor | null] {
    if (Array.isArray(mask) && mask.length >= 2) return [mask[0] ?? null, mask[1] ?? null];
    if (mask === null || (Array.isArray(mask) && mask.length === 0)) return [null, null];
    throw new TenlabError({
      code: 'invalid-argument',
      place: this.place,
      expected: '`mask` must be a list of the mask of the queries and the mask of the values',
      received: inWords(Array.isArray(mask) ? `a list of ${mask.length}` : 'one tensor'),
      remedy: 'Pass [queryMask, valueMask]; null stands for none.',
    });
  }

  /** `[batch or 1, Tq or 1, Tv]`: true where the query may see the value; null when it may see all. */
  #visible(scores: tf.Tensor, valueMask: tf.Tensor | null, isCausal: boolean): tf.Tensor | null {
    const values = valueMask && tf.expandDims(valueMask, -2);
    if (!isCausal) return values;
    const [queries, length] = scores.shape.slice(-2) as [number, number];
    const causal = causalMask(queries, length);
    return values ? tf.logicalAnd(values, causal) : causal;
  }
}
