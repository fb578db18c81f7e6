import type { Config } from '../../registry/config';
import { IndexLookup, type IndexLookupOptions } from './index-lookup';

export interface StringLookupOptions extends IndexLookupOptions<string> {
  /** The encoding of texts; only `utf-8` is supported. */
  encoding?: string;
}

/**
 * Texts as the indices of a vocabulary, which is given or learned by `adapt`: the mask token first, where there is one, then
 * tokens that are not in the vocabulary, then the tokens, the most frequent first.
 *
 * The shape stays; other modes give vectors of one place per index. The texts are read on the host. Throws on a vocabulary with
 * repetitions. Keras class: `keras.layers.StringLookup`.
 *
 * @example
 * const layer = new StringLookup({ vocabulary: ['a', 'b'] });
 * layer.apply(tf.tensor1d(['b', 'z', 'a'])).arraySync(); // [2, 0, 1]
 */
export class StringLookup extends IndexLookup<string> {
  static override readonly className: string = 'StringLookup';
  readonly encoding: string;

  constructor(options: StringLookupOptions = {}) {
    super(options, { oovToken: '[UNK]', dtype: 'string' }, ['encoding']);
    this.encoding = options.encoding ?? 'utf-8';
  }

  override getConfig(): Config {
    return { ...super.getConfig(), encoding: this.encoding };
  }
}
