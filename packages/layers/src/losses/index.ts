import type { ConfigObject } from '../registry/config';
import { Registry } from '../registry/registry';
import { BinaryCrossentropy } from './binary-crossentropy';
import { BinaryFocalCrossentropy } from './binary-focal-crossentropy';
import { CategoricalCrossentropy } from './categorical-crossentropy';
import { CategoricalFocalCrossentropy } from './categorical-focal-crossentropy';
import { CategoricalGeneralizedCrossEntropy } from './categorical-generalized-cross-entropy';
import { CategoricalHinge } from './categorical-hinge';
import { Circle } from './circle';
import { CosineSimilarity } from './cosine-similarity';
import { CTC } from './ctc';
import { Dice } from './dice';
import { Hinge } from './hinge';
import { Huber } from './huber';
import { KLDivergence } from './kl-divergence';
import { LogCosh } from './log-cosh';
import type { Loss } from './loss';
import { MeanAbsoluteError } from './mean-absolute-error';
import { MeanAbsolutePercentageError } from './mean-absolute-percentage-error';
import { MeanSquaredError } from './mean-squared-error';
import { MeanSquaredLogarithmicError } from './mean-squared-logarithmic-error';
import { Poisson } from './poisson';
import { SparseCategoricalCrossentropy } from './sparse-categorical-crossentropy';
import { SquaredHinge } from './squared-hinge';
import { Tversky } from './tversky';

export { BinaryCrossentropy, type BinaryCrossentropyOptions, binaryCrossentropy } from './binary-crossentropy';
export {
  BinaryFocalCrossentropy,
  type BinaryFocalCrossentropyOptions,
  binaryFocalCrossentropy,
} from './binary-focal-crossentropy';
export {
  CategoricalCrossentropy,
  type CategoricalCrossentropyOptions,
  categoricalCrossentropy,
} from './categorical-crossentropy';
export {
  CategoricalFocalCrossentropy,
  type CategoricalFocalCrossentropyOptions,
  categoricalFocalCrossentropy,
} from './categorical-focal-crossentropy';
export {
  CategoricalGeneralizedCrossEntropy,
  type CategoricalGeneralizedCrossEntropyOptions,
  categoricalGeneralizedCrossEntropy,
} from './categorical-generalized-cross-entropy';
export { CategoricalHinge, categoricalHinge } from './categorical-hinge';
export { Circle, type CircleOptions, circle } from './circle';
export { CosineSimilarity, type CosineSimilarityOptions, cosineSimilarity } from './cosine-similarity';
export { CTC, ctc } from './ctc';
export { Dice, type DiceOptions, dice } from './dice';
export { Hinge, hinge } from './hinge';
export { Huber, type HuberOptions, huber } from './huber';
export { KLDivergence, klDivergence } from './kl-divergence';
export { LogCosh, logCosh } from './log-cosh';
export { Loss, type LossArguments, type LossOptions } from './loss';
export { MeanAbsoluteError, meanAbsoluteError } from './mean-absolute-error';
export { MeanAbsolutePercentageError, meanAbsolutePercentageError } from './mean-absolute-percentage-error';
export { MeanSquaredError, meanSquaredError } from './mean-squared-error';
export { MeanSquaredLogarithmicError, meanSquaredLogarithmicError } from './mean-squared-logarithmic-error';
export { Poisson, poisson } from './poisson';
export type { Reduction } from './reduce-weighted-values';
export {
  SparseCategoricalCrossentropy,
  type SparseCategoricalCrossentropyOptions,
  sparseCategoricalCrossentropy,
} from './sparse-categorical-crossentropy';
export { SquaredHinge, squaredHinge } from './squared-hinge';
export { Tversky, type TverskyOptions, tversky } from './tversky';

const losses = new Registry<Loss>(
  'loss',
  [
    MeanSquaredError,
    MeanAbsoluteError,
    MeanAbsolutePercentageError,
    MeanSquaredLogarithmicError,
    LogCosh,
    Huber,
    CosineSimilarity,
    Hinge,
    SquaredHinge,
    CategoricalHinge,
    KLDivergence,
    Poisson,
    BinaryCrossentropy,
    BinaryFocalCrossentropy,
    CategoricalCrossentropy,
    CategoricalFocalCrossentropy,
    SparseCategoricalCrossentropy,
    CategoricalGeneralizedCrossEntropy,
    Dice,
    Tversky,
    Circle,
    CTC,
  ],
  {
    mse: 'MeanSquaredError',
    mae: 'MeanAbsoluteError',
    mape: 'MeanAbsolutePercentageError',
    msle: 'MeanSquaredLogarithmicError',
    bce: 'BinaryCrossentropy',
    kld: 'KLDivergence',
    kullback_leibler_divergence: 'KLDivergence',
    logcosh: 'LogCosh',
    huber_loss: 'Huber',
  },
);

/** The names an editor completes; any other spelling Keras knows works too. */
export type LossName =
  | 'mse'
  | 'mae'
  | 'mape'
  | 'msle'
  | 'mean_squared_error'
  | 'mean_absolute_error'
  | 'mean_absolute_percentage_error'
  | 'mean_squared_logarithmic_error'
  | 'log_cosh'
  | 'huber'
  | 'cosine_similarity'
  | 'hinge'
  | 'squared_hinge'
  | 'categorical_hinge'
  | 'kl_divergence'
  | 'poisson'
  | 'binary_crossentropy'
  | 'binary_focal_crossentropy'
  | 'categorical_crossentropy'
  | 'categorical_focal_crossentropy'
  | 'sparse_categorical_crossentropy'
  | 'categorical_generalized_cross_entropy'
  | 'dice'
  | 'tversky'
  | 'circle'
  | 'ctc';

/** A name, a Keras config, or a loss. */
export type LossIdentifier = LossName | (string & {}) | ConfigObject | Loss;

/**
 * Finds a loss by Keras's name (`'mse'`, `'sparse_categorical_crossentropy'`, `'CategoricalCrossentropy'`), builds it from
 * a Keras config, or passes an instance through. Throws on an unknown name, with near names.
 *
 * @example
 * getLoss('mse').name; // 'mean_squared_error'
 */
export function getLoss(identifier: LossIdentifier): Loss {
  return losses.get(identifier);
}
