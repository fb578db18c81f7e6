// What MultiHeadAttention and GroupQueryAttention share: projections into heads and out of them, masks, and the call.
import { inWords, SeedGenerator, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { KerasTensor } from '../../graph/keras-tensor';
import { getMask } from '../../graph/masks';
import { formatShape, type Shape, type Shapes } from '../../graph/shape';
import type { Tree } from '../../graph/tree';
import type { Config } from '../../registry/config';
import { expectNumber, fraction, positiveInteger } from '../../registry/options';
import { getRegularizer, type Regularizer } from '../../regularizers/index';
import { serializeValue } from '../../serialization/serialize-object';
import { readOption } from '../checks';
import { expectMask } from '../expect-mask';
import { type CallOptions, Layer, type LayerOptions } from '../layer';
import {
  KERNEL_BIAS_OPTIONS,
  type KernelBiasOptions,
  type WeightSettings,
  weightSettings,
  weightSettingsConfig,
} from '../weight-settings';
import { attend } from './attend';
import { bothMasks, causalMask, dropped, slidingWindowMask } from './attention-masks';
import { HeadProjection } from './head-projection';

export interface BaseMultiHeadAttentionOptions extends LayerOptions, KernelBiasOptions {
  /** The part of the weights that is dropped in training. Default 0. */
  dropout?: number;
  /** Whether what is attended to is multiplied by a gate, `sigmoid(query · W)`. Default false. */
  useGate?: boolean;
  /** How many steps a query sees in each direction, itself among them. Default: all. */
  slidingWindow?: number | null;
  /** Default: the next seed derived from `setSeed`'s. */
  seed?: number | null;
}

const OPTIONS = ['dropout', 'useGate', 'slidingWindow', 'seed', ...KERNEL_BIAS_OPTIONS];

/** How the heads are made of the inputs. */
export interface Heads {
  query: readonly [number, number];
  key: readonly [number, number];
  value: readonly [number, number];
  /** The axes that take the place of the features in the output. */
  output: readonly number[];
}

export abstract class BaseMultiHeadAttention extends Layer {
  static override readonly takesMask: boolean = true;
  /** See functional-config.ts. */
  static readonly hasMaskArgument: boolean = false;
  /** Keras hands the activity regularizer to the projections, the last one among them; whether it then adds it once more. */
  static readonly penalizesOutput: boolean = false;
  static readonly positionalOptions: number = 2;
  static override readonly buildArguments: readonly string[] = ['query', 'value', 'key'];
  static override readonly callOptions: readonly string[] = [
    'value',
    'key',
    'queryMask',
    'valueMask',
    'keyMask',
    'attentionMask',
    'returnAttentionScores',
    'useCausalMask',
  ];
  readonly dropout: number;
  readonly useBias: boolean;
  readonly useGate: boolean;
  readonly slidingWindow: number | null;
  readonly kernelSettings: WeightSettings;
  readonly biasSettings: WeightSettings;
  readonly seed: number | null;
  readonly seedGenerator: SeedGenerator | null;
  readonly projectionRegularizer: Regularizer | null;
  declare queryDense: HeadProjection;
  declare keyDense: HeadProjection;
  declare gateDense: HeadProjection | null;
  declare valueDense: HeadProjection;
  declare outputDense: HeadProjection;

  constructor(options: BaseMultiHeadAttentionOptions, ownOptions: readonly string[]) {
    const { activityRegularizer = null, ...rest } = options;
    super(new.target.penalizesOutput ? options : rest, [...ownOptions, ...OPTIONS]);
    const { dropout = 0, useBias = true, useGate = false, slidingWindow = null, seed = null } = options;
    expectNumber(this.place, 'dropout', dropout, fraction);
    if (slidingWindow !== null) expectNumber(this.place, 'slidingWindow', slidingWindow, positiveInteger);
    this.dropout = dropout;
    this.useBias = useBias;
    this.useGate = useGate;
    this.slidingWindow = slidingWindow;
    this.seed = seed;
    this.kernelSettings = weightSettings(this.place, options, 'kernel', 'glorot_uniform');
    this.biasSettings = weightSettings(this.place, options, 'bias', 'zeros');
    this.projectionRegularizer =
      activityRegularizer === null
        ? null
        : readOption(this.place, 'activityRegularizer', () => getRegularizer(activityRegularizer));
    this.seedGenerator = dropout > 0 ? new SeedGenerator(seed === null ? {} : { seed }) : null;
    this.supportsMasking = true;
  }

  /** The heads for queries of a shape. */
  protected abstract heads(queryShape: Shape): Heads;
  /** The axes attention runs along. */
  abstract axes(rank: number): readonly number[];
  /** What scores are multiplied by. */
  protected abstract readonly scale: number;

  /** Whether `queryMask` is used. `MultiHeadAttention` of Keras takes the mask that travels with the query instead of it. */
  protected readonly usesQueryMask: boolean = false;

  /** Repeats the heads of keys and values where queries have more. */
  protected spread(heads: tf.Tensor): tf.Tensor {
    return heads;
  }

  override build(queryShape: Shape, optionShapes: Record<string, Shapes> = {}): void {
    const valueShape = this.#given(optionShapes.value) as Shape;
    const keyShape = (optionShapes.key as Shape | undefined) ?? valueShape;
    this.#expectAlike(valueShape, keyShape);
    const { query, key, value, output } = this.heads(queryShape);
    this.queryDense = this.#project('query', 1, query, queryShape);
    this.keyDense = this.#project('key', 1, key, keyShape);
    this.gateDense = this.useGate ? this.#project('gate', 1, [query[0], value[1]], queryShape, 'sigmoid') : null;
    this.valueDense = this.#project('value', 1, value, valueShape);
    const attended = [...queryShape.slice(0, -1), query[0], value[1]];
    this.outputDense = this.#project('attention_output', 2, output, attended);
  }

  override call(query: tf.Tensor, options: CallOptions): Tree<tf.Tensor> {
    const value = this.#given(options.value) as tf.Tensor;
    const key = (options.key as tf.Tensor | null | undefined) ?? value;
    const { training, returnAttentionScores = false } = options;
    const q = this.queryDense.apply<tf.Tensor>(query);
    const k = this.spread(this.keyDense.apply<tf.Tensor>(key));
    const v = this.spread(this.valueDense.apply<tf.Tensor>(value));
    const { output, weights } = attend(q, k, v, {
      axes: this.axes(query.rank),
      scale: this.scale,
      mask: this.#mask(query, value, key, options),
      // With dropout or scores Keras takes its Softmax layer, or else a fused product; they differ where nothing is seen.
      zeroWithoutValues: this.dropout > 0 || returnAttentionScores === true || q.rank !== 4,
      drop: (scores) => (training && this.seedGenerator ? dropped(scores, this.dropout, this.seedGenerator) : scores),
    });
    const gated = this.gateDense ? tf.mul(output, this.gateDense.apply<tf.Tensor>(query)) : output;
    const result = this.outputDense.apply<tf.Tensor>(gated);
    return returnAttentionScores ? [result, weights] : result;
  }

  override computeOutputShape(queryShape: Shape): Shape {
    return [...queryShape.slice(0, -1), ...this.heads(queryShape).output];
  }

  override computeOutputSpec(inputs: Tree<KerasTensor>, options: Readonly<Record<string, unknown>>): Tree<KerasTensor> {
    const query = inputs as KerasTensor;
    const output = new KerasTensor(this.computeOutputShape(query.shape), 'float32');
    if (!options.returnAttentionScores) return output;
    const { shape } = this.#given(options.key ?? options.value) as KerasTensor;
    const axes = this.axes(query.rank);
    const others = query.shape.flatMap((length, axis) =>
      axis === query.rank - 1 || axes.includes(axis) ? [] : [length],
    );
    const seen = [...axes.map((axis) => query.shape[axis] ?? null), ...axes.map((axis) => shape[axis] ?? null)];
    return [output, new KerasTensor([...others, this.heads(query.shape).query[0], ...seen], 'float32')];
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      dropout: this.dropout,
      use_bias: this.useBias,
      use_gate: this.useGate,
      sliding_window: this.slidingWindow,
      ...weightSettingsConfig({ kernel: this.kernelSettings, bias: this.biasSettings }),
      activity_regularizer: serializeValue(this.projectionRegularizer),
      seed: this.seed,
    };
  }

  #project(
    name: string,
    inputAxes: 1 | 2,
    outputAxes: readonly number[],
    shape: Shape,
    activation: string | null = null,
  ): HeadProjection {
    const { useBias, kernelSettings, biasSettings, trainable, dtype, projectionRegularizer } = this;
    const projection = new HeadProjection({
      ...{ name, inputAxes, outputAxes, useBias, kernelSettings, biasSettings, activation, trainable, dtype },
      activityRegularizer: projectionRegularizer,
    });
    projection.build(shape);
    return projection;
  }

  /** What a query may see, `[batch or 1, queries or 1, values]`, or null for everything. */
  #mask(query: tf.Tensor, value: tf.Tensor, key: tf.Tensor, options: CallOptions): tf.Tensor | null {
    const [steps, length] = [query.shape[1] as number, value.shape[1] as number];
    const given = (name: string, otherwise: unknown, of: tf.Tensor) => {
      const mask = options[name] ?? otherwise ?? null;
      if (mask === null) return null;
      expectMask(this.place, name, mask, of.shape.slice(0, 2));
      return tf.cast(mask, 'bool');
    };
    const queries = given('mask', null, query) ?? (this.usesQueryMask ? given('queryMask', null, query) : null);
    const values = given('valueMask', getMask(value), value);
    const keys = given('keyMask', options.key ? getMask(key) : null, key);
    const pairs = (options.attentionMask ?? null) as tf.Tensor | null;
    if (pairs) this.#expectPairs(pairs, query, value);
    let mask = bothMasks(queries && tf.expandDims(queries, -1), values && tf.expandDims(values, -2));
    mask = bothMasks(mask, keys && tf.expandDims(keys, -2));
    if (options.useCausalMask) mask = bothMasks(mask, causalMask(steps, length));
    if (this.slidingWindow !== null) mask = bothMasks(mask, slidingWindowMask(steps, length, this.slidingWindow));
    return bothMasks(pairs && tf.cast(pairs, 'bool'), mask);
  }

  /** `[batch, (heads,) queries, values]`, each 1 or as long as it is. */
  #expectPairs(mask: unknown, query: tf.Tensor, value: tf.Tensor): void {
    const ends = [
      ...this.axes(query.rank).map((axis) => query.shape[axis]),
      ...this.axes(query.rank).map((axis) => value.shape[axis]),
    ];
    const isTensor = mask instanceof tf.Tensor;
    const last: number[] = isTensor ? mask.shape.slice(-ends.length) : [];
    if (last.length === ends.length && last.every((length, axis) => length === 1 || length === ends[axis])) return;
    throw new TenlabError({
      code: 'invalid-shape',
      place: this.place,
      expected: `\`attentionMask\` must be a tensor that ends in the axes of the queries and the values, ${formatShape(ends as Shape)}`,
      received: isTensor ? inWords(`shape ${formatShape(mask.shape)}`) : mask,
      remedy: 'Give true or false for each pair of a query and a value.',
    });
  }

  #given(value: unknown): unknown {
    if (value !== undefined && value !== null) return value;
    throw new TenlabError({
      code: 'invalid-argument',
      place: this.place,
      expected: 'the call must have the option `value`',
      received: inWords('none'),
      remedy: 'For attention of a sequence to itself pass it as both: layer.apply(x, { value: x }).',
    });
  }

  #expectAlike(valueShape: Shape, keyShape: Shape): void {
    if (valueShape.slice(1, -1).join() === keyShape.slice(1, -1).join()) return;
    throw new TenlabError({
      code: 'invalid-shape',
      place: this.place,
      expected: '`value` and `key` must have the same axes but for the last',
      received: inWords(`shapes ${formatShape(valueShape)} and ${formatShape(keyShape)}`),
      remedy: 'Each value needs a key: give as many of one as of the other.',
    });
  }
}
