import { TenlabError } from '@tenlab/core';
import type * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { expectOneOf, expectPositiveInteger } from '../checks';
import { type CallOptions, Layer, type LayerOptions } from '../layer';
import { encodeCategories, encodedShape } from './encode-categories';

export interface CategoryEncodingOptions extends LayerOptions {
  /** The number of categories: one more than the largest number. */
  numTokens: number;
  /** `multi_hot` (default): 1 for each category that occurs in a sample; `count`: how often; `one_hot`: one vector per number. */
  outputMode?: 'one_hot' | 'multi_hot' | 'count';
  /** Read from configs; only false is supported. */
  sparse?: boolean;
}

/**
 * Whole numbers that name categories, as vectors with a place for each category.
 *
 * Shapes: `[batch, n]` to `[batch, numTokens]`, with `one_hot` `[batch, n, numTokens]`. With `count` the call takes
 * `countWeights` of the inputs' shape. Numbers from `numTokens` on leave zeros. Keras class: `keras.layers.CategoryEncoding`.
 *
 * @example
 * new CategoryEncoding({ numTokens: 4 }).apply(tf.tensor2d([[0, 1], [3, 3]], [2, 2], 'int32')).arraySync();
 * // [[1, 1, 0, 0], [0, 0, 0, 1]]
 */
export class CategoryEncoding extends Layer {
  static override readonly className: string = 'CategoryEncoding';
  static override readonly callOptions: readonly string[] = ['countWeights'];
  readonly numTokens: number;
  readonly outputMode: 'one_hot' | 'multi_hot' | 'count';

  constructor(options: CategoryEncodingOptions) {
    super(options, ['numTokens', 'outputMode', 'sparse']);
    const { numTokens, outputMode = 'multi_hot' } = options;
    expectPositiveInteger(this.place, 'numTokens', numTokens, 10);
    expectOneOf(this.place, 'outputMode', outputMode, ['multi_hot', 'one_hot', 'count'] as const);
    expectOneOf(this.place, 'sparse', options.sparse ?? false, [false] as const);
    this.numTokens = numTokens;
    this.outputMode = outputMode;
    this.markBuilt();
  }

  override call(inputs: tf.Tensor, { countWeights }: CallOptions): tf.Tensor {
    if (countWeights && this.outputMode !== 'count') {
      throw new TenlabError({
        code: 'invalid-argument',
        place: this.place,
        expected: "`countWeights` may be given only with `outputMode: 'count'`",
        received: this.outputMode,
        remedy: 'Leave it out, or count.',
      });
    }
    const weights = (countWeights as tf.Tensor | null | undefined) ?? null;
    return encodeCategories(inputs, this.outputMode, this.numTokens, 'float32', weights);
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return encodedShape(inputShape, this.outputMode, this.numTokens);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), num_tokens: this.numTokens, output_mode: this.outputMode };
  }
}
