// What StringLookup and IntegerLookup share: a vocabulary, given or learned, and how its indices are put out.
import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { KerasTensor } from '../../graph/keras-tensor';
import type { Shape } from '../../graph/shape';
import type { Tree } from '../../graph/tree';
import type { Config } from '../../registry/config';
import { expectOneOf } from '../checks';
import { Layer, type LayerOptions } from '../layer';
import { type AdaptData, batchesOf } from './adapt-data';
import { encodeCategories, encodedShape } from './encode-categories';
import { hashBucket, readSalt } from './hash-bucket';
import { TokenCounts } from './token-counts';

/** How indices are put out. `tf_idf` weighs counts by how rare a token is among the documents. */
export type LookupMode = 'int' | 'one_hot' | 'multi_hot' | 'count' | 'tf_idf';

export interface IndexLookupOptions<T> extends LayerOptions {
  /** The most tokens a vocabulary may have, special ones among them. Default: no bound. */
  maxTokens?: number | null;
  /** How many indices tokens share that are not in the vocabulary. Default 1; with 0 they are refused. */
  numOovIndices?: number;
  /** The token that stands for padding, index 0 in mode `int`. Default: none. */
  maskToken?: T | null;
  /** The token that stands for those that are not in the vocabulary. */
  oovToken?: T | null;
  /** The tokens, instead of `adapt`. */
  vocabulary?: readonly T[] | null;
  /** With `tf_idf` and a vocabulary: the weight of each token. */
  idfWeights?: readonly number[] | null;
  /** Whether indices are turned back into tokens. Default false. */
  invert?: boolean;
  /** Default `int`. */
  outputMode?: LookupMode;
  /** Whether vectors have `maxTokens` places, however many tokens there are. Default false. */
  padToMaxTokens?: boolean;
  /** Read from configs; only false is supported. */
  sparse?: boolean;
  /** How tokens that are not in the vocabulary are spread over several indices. Default `floormod`: texts are hashed all the same. */
  oovMethod?: 'floormod' | 'farmhash';
  /** Whether SipHash with this key is used, rather than FarmHash. */
  salt?: number | readonly number[] | null;
  /** Read from configs: how many indices there will be, until the vocabulary is given. */
  vocabularySize?: number | null;
}

const OPTIONS = [
  ...['maxTokens', 'numOovIndices', 'maskToken', 'oovToken', 'vocabulary', 'idfWeights', 'invert', 'outputMode'],
  ...['padToMaxTokens', 'sparse', 'oovMethod', 'salt', 'vocabularySize'],
];

export abstract class IndexLookup<T extends string | number> extends Layer {
  readonly maxTokens: number | null;
  readonly numOovIndices: number;
  readonly maskToken: T | null;
  readonly oovToken: T | null;
  readonly invert: boolean;
  readonly outputMode: LookupMode;
  readonly padToMaxTokens: boolean;
  readonly oovMethod: 'floormod' | 'farmhash';
  readonly salt: readonly [number, number] | null;
  /** The weights of `tf_idf`, by index; null until they are known. */
  idfWeights: readonly number[] | null = null;
  readonly #inputVocabulary: readonly T[] | null;
  readonly #inputIdfWeights: readonly number[] | null;
  readonly #announcedSize: number | null;
  #tokens: readonly T[] = [];
  #indices = new Map<T, number>();

  constructor(
    options: IndexLookupOptions<T>,
    defaults: { oovToken: T; dtype: 'string' | 'int32' },
    own: readonly string[],
  ) {
    super(options, [...OPTIONS, ...own]);
    this.valueDtype = defaults.dtype;
    const {
      maxTokens = null,
      numOovIndices = 1,
      maskToken = null,
      outputMode = 'int',
      oovMethod = 'floormod',
    } = options;
    expectOneOf(this.place, 'outputMode', outputMode, ['int', 'one_hot', 'multi_hot', 'count', 'tf_idf'] as const);
    expectOneOf(this.place, 'oovMethod', oovMethod, ['floormod', 'farmhash'] as const);
    expectOneOf(this.place, 'sparse', options.sparse ?? false, [false] as const);
    this.maxTokens = maxTokens;
    this.numOovIndices = numOovIndices;
    this.maskToken = maskToken;
    this.oovToken = options.oovToken === undefined ? defaults.oovToken : options.oovToken;
    this.invert = options.invert ?? false;
    this.outputMode = outputMode;
    this.padToMaxTokens = options.padToMaxTokens ?? false;
    this.oovMethod = oovMethod;
    this.salt = readSalt(options.salt);
    this.#inputVocabulary = options.vocabulary ?? null;
    this.#inputIdfWeights = options.idfWeights ?? null;
    this.#announcedSize = options.vocabularySize ?? null;
    const bounded = maxTokens === null || (Number.isInteger(maxTokens) && maxTokens > 1);
    if (!bounded) this.#fail('`maxTokens` must be a whole number above 1', maxTokens, 'Leave it out for no bound.');
    if (!Number.isInteger(numOovIndices) || numOovIndices < 0) {
      this.#fail('`numOovIndices` must be a whole number from 0', numOovIndices, 'Leave it out for 1.');
    }
    if (this.padToMaxTokens && maxTokens === null) {
      this.#fail('`padToMaxTokens` must come with `maxTokens`', maxTokens, 'Give the number of places.');
    }
    if (this.invert && outputMode !== 'int')
      this.#fail("`invert` must come with `outputMode: 'int'`", outputMode, 'Leave one out.');
    if (this.#inputVocabulary) this.setVocabulary(this.#inputVocabulary, this.#inputIdfWeights);
    this.markBuilt();
  }

  /** What the tokens are held as. */
  readonly valueDtype: 'string' | 'int32';

  /** Learns the vocabulary: the most frequent tokens first. A list of texts is a list of documents with one token each. */
  adapt(data: AdaptData): void {
    const documents = batchesOf(this.place, data, this.valueDtype).flatMap((batch) => {
      const values = Array.from(batch.dataSync<'string'>() as unknown as ArrayLike<T>);
      const length = batch.rank > 1 ? batch.size / (batch.shape[0] as number) : 1;
      return Array.from({ length: batch.shape[0] ?? 1 }, (_, i) => values.slice(i * length, (i + 1) * length));
    });
    this.adaptToDocuments(documents);
  }

  /** As `adapt`, to documents of any length each. */
  adaptToDocuments(documents: readonly (readonly T[])[]): void {
    if (this.#inputVocabulary) {
      this.#fail(
        'a layer with a given vocabulary must not be adapted',
        inWords('a call of adapt()'),
        'Leave `vocabulary` out.',
      );
    }
    const counts = new TokenCounts<T>(documents);
    const special = [this.maskToken, this.oovToken];
    const room = this.maxTokens === null ? Number.POSITIVE_INFINITY : this.maxTokens - this.#start;
    const tokens = counts
      .mostFrequent()
      .filter((token) => !special.includes(token))
      .slice(0, room);
    this.#keep(tokens);
    if (this.outputMode === 'tf_idf') this.#keepWeights(tokens.map((token) => counts.rarity(token)));
  }

  /** Sets the tokens; special ones may be left out in front. Throws on a token that occurs twice, and on too many. */
  setVocabulary(vocabulary: readonly T[], idfWeights: readonly number[] | null = null): void {
    const special = this.#special();
    const hasSpecial = special.length > 0 && special.every((token, i) => vocabulary[i] === token);
    const tokens = hasSpecial ? vocabulary.slice(special.length) : [...vocabulary];
    if (new Set(tokens).size < tokens.length || tokens.length === 0) {
      this.#fail('`vocabulary` must have at least one token, and each once', vocabulary, 'Remove what is repeated.');
    }
    if (this.maxTokens !== null && tokens.length + this.#start > this.maxTokens) {
      this.#fail(
        `the vocabulary must have at most \`maxTokens\`, ${this.maxTokens}`,
        tokens.length + this.#start,
        'Shorten it.',
      );
    }
    if (this.outputMode === 'tf_idf' && idfWeights?.length !== vocabulary.length) {
      this.#fail(
        '`idfWeights` must have one weight per token',
        idfWeights,
        "Give them, or call adapt(data) with 'tf_idf'.",
      );
    }
    this.#keep(tokens);
    if (idfWeights)
      this.#keepWeights(hasSpecial ? idfWeights.slice(special.length) : idfWeights, hasSpecial ? idfWeights : null);
  }

  /** The tokens by index, special ones in front. */
  getVocabulary({ includeSpecialTokens = true } = {}): (T | null)[] {
    return includeSpecialTokens ? [...this.#special(), ...this.#tokens] : [...this.#tokens];
  }

  /** The number of indices. */
  get vocabularySize(): number {
    if (this.#tokens.length === 0 && this.#announcedSize !== null) return this.#announcedSize;
    return this.#start + this.#tokens.length;
  }

  /** The index of a token; -1 where it leaves no trace in a vector. Throws on an unknown token when there is no index for it. */
  indexOf(token: T): number {
    if (this.maskToken !== null && token === this.maskToken) return this.outputMode === 'int' ? 0 : -1;
    const index = this.#indices.get(token);
    if (index !== undefined) return index;
    const { numOovIndices: count } = this;
    if (count === 0)
      this.#fail('each token must be in the vocabulary, since `numOovIndices` is 0', token, 'Set it to 1.');
    if (count === 1) return this.#start - 1;
    const isNumber = typeof token === 'number' && this.oovMethod === 'floormod';
    const bucket = isNumber ? ((token % count) + count) % count : hashBucket(String(token), count, this.salt);
    return this.#start - count + bucket;
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    const values = Array.from(inputs.dataSync<'string'>() as unknown as ArrayLike<T>);
    if (this.invert) {
      const vocabulary = this.getVocabulary();
      const tokens = values.map((index) => vocabulary[index as number] ?? this.oovToken);
      return tf.tensor(tokens as string[], inputs.shape, this.valueDtype);
    }
    const indices = tf.tensor(
      values.map((value) => this.indexOf(value)),
      inputs.shape,
      'int32',
    );
    return this.encode(indices);
  }

  /** Puts indices out in the layer's mode. */
  encode(indices: tf.Tensor): tf.Tensor {
    if (this.outputMode !== 'tf_idf') return encodeCategories(indices, this.outputMode, this.depth, 'int32');
    const { idfWeights } = this;
    if (!idfWeights) this.#fail('the weights must be known', inWords('none'), 'Call adapt(data) first.');
    const counts = encodeCategories(indices, 'count', this.depth, 'float32');
    return tf.mul(counts, tf.tensor1d(idfWeights as number[]));
  }

  /** The number of places of a vector. */
  get depth(): number {
    return this.padToMaxTokens && this.maxTokens !== null ? this.maxTokens : this.vocabularySize;
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return encodedShape(inputShape, this.outputMode === 'tf_idf' ? 'count' : this.outputMode, this.depth);
  }

  override computeOutputSpec(inputs: Tree<KerasTensor>): KerasTensor {
    const dtype = this.invert ? this.valueDtype : this.outputMode === 'tf_idf' ? 'float32' : 'int32';
    return new KerasTensor(this.computeOutputShape((inputs as KerasTensor).shape), dtype);
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      invert: this.invert,
      max_tokens: this.maxTokens,
      num_oov_indices: this.numOovIndices,
      oov_token: this.oovToken,
      mask_token: this.maskToken,
      output_mode: this.outputMode,
      sparse: false,
      pad_to_max_tokens: this.padToMaxTokens,
      idf_weights: this.#inputIdfWeights,
      vocabulary: this.#inputVocabulary,
      vocabulary_size: this.#tokens.length > 0 ? this.vocabularySize : null,
      oov_method: this.oovMethod,
      salt: this.salt,
    };
  }

  get #start(): number {
    return this.#special().length;
  }

  #special(): (T | null)[] {
    const mask = this.maskToken !== null && this.outputMode === 'int' ? [this.maskToken] : [];
    return [...mask, ...Array<T | null>(this.numOovIndices).fill(this.oovToken)];
  }

  #keep(tokens: readonly T[]): void {
    this.#tokens = tokens;
    this.#indices = new Map(tokens.map((token, i) => [token, this.#start + i]));
  }

  /** Special tokens get the mean of the weights, unless they have their own; places without a token get 0. */
  #keepWeights(weights: readonly number[], whole: readonly number[] | null = null): void {
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
    const all = whole ?? [...Array<number>(this.#start).fill(mean), ...weights];
    this.idfWeights = [...all, ...Array<number>(Math.max(0, this.depth - all.length)).fill(0)];
  }

  #fail(expected: string, received: unknown, remedy: string): never {
    throw new TenlabError({ code: 'invalid-argument', place: this.place, expected, received, remedy });
  }
}
