import type { Config } from '../../registry/config';
import { expectOneOf } from '../checks';
import { IndexLookup, type IndexLookupOptions } from './index-lookup';

export interface IntegerLookupOptions extends IndexLookupOptions<number> {
  /** Read from configs; only `int64` is supported, held as int32. */
  vocabularyDtype?: 'int64';
}

/**
 * Whole numbers, such as ids, as the indices of a vocabulary, which is given or learned by `adapt`. As `StringLookup`; several
 * indices for unknown numbers are shared by `number mod numOovIndices`. Keras class: `keras.layers.IntegerLookup`.
 *
 * @example
 * const layer = new IntegerLookup({ vocabulary: [12, 36] });
 * layer.apply(tf.tensor1d([36, 5, 12], 'int32')).arraySync(); // [2, 0, 1]
 */
export class IntegerLookup extends IndexLookup<number> {
  static override readonly className: string = 'IntegerLookup';

  constructor(options: IntegerLookupOptions = {}) {
    super(options, { oovToken: -1, dtype: 'int32' }, ['vocabularyDtype']);
    expectOneOf(this.place, 'vocabularyDtype', options.vocabularyDtype ?? 'int64', ['int64'] as const);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), vocabulary_dtype: 'int64' };
  }
}
