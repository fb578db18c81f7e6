import type { ConfigObject } from '../registry/config';
import { Registry } from '../registry/registry';
import { BinaryCrossentropy } from './binary-crossentropy';
import { CategoricalCrossentropy } from './categorical-crossentropy';
import type { Loss } from './loss';
import { MeanAbsoluteError } from './mean-absolute-error';
import { MeanSquaredError } from './mean-squared-error';
import { SparseCategoricalCrossentropy } from './sparse-categorical-crossentropy';

export { BinaryCrossentropy, type BinaryCrossentropyOptions, binaryCrossentropy } from './binary-crossentropy';
export {
  CategoricalCrossentropy,
  type CategoricalCrossentropyOptions,
  categoricalCrossentropy,
} from './categorical-crossentropy';
export { Loss, type LossArguments, type LossOptions } from './loss';
export { MeanAbsoluteError, meanAbsoluteError } from './mean-absolute-error';
export { MeanSquaredError, meanSquaredError } from './mean-squared-error';
export type { Reduction } from './reduce-weighted-values';
export {
  SparseCategoricalCrossentropy,
  type SparseCategoricalCrossentropyOptions,
  sparseCategoricalCrossentropy,
} from './sparse-categorical-crossentropy';

const losses = new Registry<Loss>(
  'loss',
  [MeanSquaredError, MeanAbsoluteError, BinaryCrossentropy, CategoricalCrossentropy, SparseCategoricalCrossentropy],
  { mse: 'MeanSquaredError', mae: 'MeanAbsoluteError', bce: 'BinaryCrossentropy' },
);

/**
 * Finds a loss by Keras's name (`'mse'`, `'sparse_categorical_crossentropy'`, `'CategoricalCrossentropy'`), builds it from
 * a Keras config, or passes an instance through. Throws on an unknown name, with near names.
 *
 * @example
 * getLoss('mse').name; // 'mean_squared_error'
 */
export function getLoss(identifier: string | ConfigObject | Loss): Loss {
  return losses.get(identifier);
}
