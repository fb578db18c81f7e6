import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { KerasTensor } from '../../graph/keras-tensor';
import type { Shape } from '../../graph/shape';
import type { Tree } from '../../graph/tree';
import type { Config } from '../../registry/config';
import { serializeValue } from '../../serialization/serialize-object';
import { expectOneOf } from '../checks';
import { Layer, type LayerOptions } from '../layer';
import { type AdaptData, batchesOf } from './adapt-data';
import type { LookupMode } from './index-lookup';
import { ngramsOf, type Split, type Standardize, splitText, standardizeText } from './split-text';
import { StringLookup } from './string-lookup';

export interface TextVectorizationOptions extends LayerOptions {
  /** The most tokens of the vocabulary, special ones among them. Default: no bound. */
  maxTokens?: number | null;
  /** Default `lower_and_strip_punctuation`. */
  standardize?: Standardize;
  /** Default `whitespace`. */
  split?: Split;
  /** Runs of up to so many tokens, or of these lengths, are tokens too. Default: none. */
  ngrams?: number | readonly number[] | null;
  /** Default `int`. */
  outputMode?: LookupMode;
  /** With `int`: the length texts are cut or padded to. Default: that of the longest in the batch. */
  outputSequenceLength?: number | null;
  /** Whether vectors have `maxTokens` places, however many tokens there are. Default false. */
  padToMaxTokens?: boolean;
  /** The tokens, instead of `adapt`. */
  vocabulary?: readonly string[] | null;
  idfWeights?: readonly number[] | null;
  /** Read from configs; only false is supported. */
  sparse?: boolean;
  /** Read from configs; only false is supported. */
  ragged?: boolean;
  encoding?: string;
  /** Read from configs; it follows from the vocabulary. */
  vocabularySize?: number | null;
}

/**
 * Texts as numbers: standardised, split into tokens, and looked up in a vocabulary, which is given or learned by `adapt`.
 *
 * Shapes: texts `[batch]` or `[batch, 1]` to indices `[batch, length]`, 0 being padding and 1 unknown tokens, or to vectors
 * `[batch, tokens]` in the other modes. The texts are read on the host. Throws on texts of another shape.
 * Keras class: `keras.layers.TextVectorization`.
 *
 * @example
 * const layer = new TextVectorization({ vocabulary: ['the', 'cat', 'sat'] });
 * layer.apply(tf.tensor1d(['The cat!', 'A cat sat.'])).arraySync(); // [[2, 3, 0], [1, 3, 4]]
 */
export class TextVectorization extends Layer {
  static override readonly className: string = 'TextVectorization';
  readonly standardize: Standardize;
  readonly split: Split;
  readonly ngrams: number | readonly number[] | null;
  readonly outputMode: LookupMode;
  readonly outputSequenceLength: number | null;
  readonly #lookup: StringLookup;
  readonly #encoding: string;

  constructor(options: TextVectorizationOptions = {}) {
    super(options, [
      ...['maxTokens', 'standardize', 'split', 'ngrams', 'outputMode', 'outputSequenceLength', 'padToMaxTokens'],
      ...['vocabulary', 'idfWeights', 'sparse', 'ragged', 'encoding', 'vocabularySize'],
    ]);
    const { standardize = 'lower_and_strip_punctuation', split = 'whitespace', outputMode = 'int' } = options;
    if (typeof standardize !== 'function') {
      const known = ['lower_and_strip_punctuation', 'lower', 'strip_punctuation', null] as const;
      expectOneOf(this.place, 'standardize', standardize, known);
    }
    if (typeof split !== 'function')
      expectOneOf(this.place, 'split', split, ['whitespace', 'character', null] as const);
    expectOneOf(this.place, 'ragged', options.ragged ?? false, [false] as const);
    this.standardize = standardize;
    this.split = split;
    this.ngrams = options.ngrams ?? null;
    this.outputMode = outputMode;
    this.outputSequenceLength = options.outputSequenceLength ?? null;
    this.#encoding = options.encoding ?? 'utf-8';
    if (outputMode !== 'int' && this.outputSequenceLength !== null) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: this.place,
        expected: "`outputSequenceLength` may be given only with `outputMode: 'int'`",
        received: outputMode,
        remedy: 'Leave it out.',
      });
    }
    this.#lookup = new StringLookup({
      name: `${this.name}_lookup`,
      maskToken: '',
      outputMode,
      maxTokens: options.maxTokens ?? null,
      vocabulary: options.vocabulary ?? null,
      idfWeights: options.idfWeights ?? null,
      padToMaxTokens: options.padToMaxTokens ?? false,
      sparse: options.sparse ?? false,
    });
    this.markBuilt();
  }

  /** Learns the vocabulary: the most frequent tokens first. */
  adapt(data: AdaptData): void {
    this.#lookup.adaptToDocuments(batchesOf(this.place, data, 'string').flatMap((batch) => this.#tokens(batch)));
  }

  /** Sets the tokens; special ones may be left out in front. */
  setVocabulary(vocabulary: readonly string[], idfWeights: readonly number[] | null = null): void {
    this.#lookup.setVocabulary(vocabulary, idfWeights);
  }

  /** The tokens by index, special ones in front. */
  getVocabulary(options: { includeSpecialTokens?: boolean } = {}): (string | null)[] {
    return this.#lookup.getVocabulary(options);
  }

  /** The number of indices. */
  get vocabularySize(): number {
    return this.#lookup.vocabularySize;
  }

  /** The weights of `tf_idf`, by index. */
  get idfWeights(): readonly number[] | null {
    return this.#lookup.idfWeights;
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    if (inputs.rank === 0) return tf.squeeze(this.call(tf.reshape(inputs, [1])), [0]);
    const rows = this.#tokens(inputs);
    if (this.split === null && inputs.rank < 2 && this.outputMode === 'int') {
      return tf.tensor1d(
        rows.map(([token]) => this.#lookup.indexOf(token as string)),
        'int32',
      );
    }
    const isInt = this.outputMode === 'int';
    const longest = rows.reduce((length, row) => Math.max(length, row.length), isInt ? 0 : 1);
    const length = this.outputSequenceLength ?? longest;
    const padding = isInt ? 0 : -1;
    const indices = rows.flatMap((row) =>
      Array.from({ length }, (_, i) => (i < row.length ? this.#lookup.indexOf(row[i] as string) : padding)),
    );
    return this.#lookup.encode(tf.tensor(indices, [rows.length, length], 'int32'));
  }

  override computeOutputShape(inputShape: Shape): Shape {
    if (inputShape.length === 0) return this.computeOutputShape([null]).slice(1);
    const batch = inputShape[0] ?? null;
    if (this.outputMode === 'int') return [batch, this.outputSequenceLength];
    return this.#lookup.computeOutputShape([batch, null]);
  }

  override computeOutputSpec(inputs: Tree<KerasTensor>): KerasTensor {
    const shape = this.computeOutputShape((inputs as KerasTensor).shape);
    return new KerasTensor(shape, this.outputMode === 'tf_idf' ? 'float32' : 'int32');
  }

  override getConfig(): Config {
    const lookup = this.#lookup.getConfig();
    return {
      ...super.getConfig(),
      max_tokens: lookup.max_tokens,
      standardize: serializeValue(this.standardize),
      split: serializeValue(this.split),
      ngrams: this.ngrams,
      output_mode: this.outputMode,
      output_sequence_length: this.outputSequenceLength,
      pad_to_max_tokens: lookup.pad_to_max_tokens,
      sparse: false,
      ragged: false,
      vocabulary: lookup.vocabulary,
      idf_weights: lookup.idf_weights,
      encoding: this.#encoding,
      vocabulary_size: this.vocabularySize,
    };
  }

  /** The tokens of each text. */
  #tokens(inputs: tf.Tensor): string[][] {
    const texts = Array.from(inputs.dataSync<'string'>() as unknown as ArrayLike<string>);
    const width = inputs.rank > 1 ? (inputs.shape.at(-1) as number) : 1;
    if (inputs.rank > 2 || (this.split !== null && width !== 1)) {
      throw new TenlabError({
        code: 'invalid-shape',
        place: this.place,
        expected: 'texts to split must have shape [batch] or [batch, 1]',
        received: inWords(`shape [${inputs.shape}]`),
        remedy: 'Pass one text per sample, or `split: null` for texts that are split already.',
      });
    }
    const alike = texts.map((text) => standardizeText(text, this.standardize));
    const rows =
      this.split === null
        ? Array.from({ length: inputs.shape[0] ?? 1 }, (_, i) => alike.slice(i * width, (i + 1) * width))
        : alike.map((text) => splitText(text, this.split));
    if (this.ngrams === null) return rows;
    const { ngrams } = this;
    const widths = typeof ngrams === 'number' ? Array.from({ length: ngrams }, (_, i) => i + 1) : ngrams;
    return rows.map((row) => ngramsOf(row, widths));
  }
}
