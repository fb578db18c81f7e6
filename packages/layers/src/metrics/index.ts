import type { ConfigObject } from '../registry/config';
import { Registry } from '../registry/registry';
import { Accuracy } from './accuracy';
import { AUC } from './auc';
import { BinaryAccuracy } from './binary-accuracy';
import { BinaryCrossentropy } from './binary-crossentropy';
import { BinaryIoU } from './binary-iou';
import { CalibrationError } from './calibration-error';
import { CategoricalAccuracy } from './categorical-accuracy';
import { CategoricalCrossentropy } from './categorical-crossentropy';
import { CategoricalHinge } from './categorical-hinge';
import { ConcordanceCorrelation } from './concordance-correlation';
import { ConfusionMatrix } from './confusion-matrix';
import { CosineSimilarity } from './cosine-similarity';
import { F1Score } from './f1-score';
import { FalseNegatives } from './false-negatives';
import { FalsePositives } from './false-positives';
import { FBetaScore } from './fbeta-score';
import { Hinge } from './hinge';
import { IoU } from './iou';
import { KLDivergence } from './kl-divergence';
import { LogCoshError } from './log-cosh-error';
import { Mean } from './mean';
import { MeanAbsoluteError } from './mean-absolute-error';
import { MeanAbsolutePercentageError } from './mean-absolute-percentage-error';
import { MeanIoU } from './mean-iou';
import { MeanSquaredError } from './mean-squared-error';
import { MeanSquaredLogarithmicError } from './mean-squared-logarithmic-error';
import type { Metric } from './metric';
import { OneHotIoU } from './one-hot-iou';
import { OneHotMeanIoU } from './one-hot-mean-iou';
import { PearsonCorrelation } from './pearson-correlation';
import { Poisson } from './poisson';
import { Precision } from './precision';
import { PrecisionAtRecall } from './precision-at-recall';
import { R2Score } from './r2-score';
import { Recall } from './recall';
import { RecallAtPrecision } from './recall-at-precision';
import { RootMeanSquaredError } from './root-mean-squared-error';
import { SensitivityAtSpecificity } from './sensitivity-at-specificity';
import { SparseCategoricalAccuracy } from './sparse-categorical-accuracy';
import { SparseCategoricalCrossentropy } from './sparse-categorical-crossentropy';
import { SparseTopKCategoricalAccuracy } from './sparse-top-k-categorical-accuracy';
import { SpecificityAtSensitivity } from './specificity-at-sensitivity';
import { SquaredHinge } from './squared-hinge';
import { Sum } from './sum';
import { TopKCategoricalAccuracy } from './top-k-categorical-accuracy';
import { TrueNegatives } from './true-negatives';
import { TruePositives } from './true-positives';

export { Accuracy } from './accuracy';
export {
  binaryAccuracy,
  categoricalAccuracy,
  sparseCategoricalAccuracy,
  sparseTopKCategoricalAccuracy,
  topKCategoricalAccuracy,
} from './accuracy-functions';
export { AUC, type AUCOptions } from './auc';
export { BinaryAccuracy, type BinaryAccuracyOptions } from './binary-accuracy';
export { BinaryCrossentropy, type BinaryCrossentropyMetricOptions } from './binary-crossentropy';
export { BinaryIoU, type BinaryIoUOptions } from './binary-iou';
export { CalibrationError, type CalibrationErrorOptions } from './calibration-error';
export { CategoricalAccuracy } from './categorical-accuracy';
export { CategoricalCrossentropy, type CategoricalCrossentropyMetricOptions } from './categorical-crossentropy';
export { CategoricalHinge } from './categorical-hinge';
export { ConcordanceCorrelation, type ConcordanceCorrelationOptions } from './concordance-correlation';
export { ConfusionMatrix, type ConfusionMatrixOptions } from './confusion-matrix';
export { concordanceCorrelation, pearsonCorrelation } from './correlation-functions';
export { CosineSimilarity, type CosineSimilarityMetricOptions } from './cosine-similarity';
export { F1Score } from './f1-score';
export { FalseNegatives } from './false-negatives';
export { FalsePositives } from './false-positives';
export { type F1ScoreOptions, FBetaScore, type FBetaScoreOptions } from './fbeta-score';
export { Hinge } from './hinge';
export { IoU, type IoUOptions, type MeanIoUOptions } from './iou';
export { KLDivergence } from './kl-divergence';
export { LogCoshError } from './log-cosh-error';
export { Mean } from './mean';
export { MeanAbsoluteError } from './mean-absolute-error';
export { MeanAbsolutePercentageError } from './mean-absolute-percentage-error';
export { MeanIoU } from './mean-iou';
export { MeanMetricWrapper, type MetricFunction } from './mean-metric-wrapper';
export { MeanSquaredError } from './mean-squared-error';
export { MeanSquaredLogarithmicError } from './mean-squared-logarithmic-error';
export { Metric, type MetricArguments, type MetricOptions, type MetricResult } from './metric';
export { OneHotIoU, type OneHotIoUOptions } from './one-hot-iou';
export { OneHotMeanIoU, type OneHotMeanIoUOptions } from './one-hot-mean-iou';
export { PearsonCorrelation, type PearsonCorrelationOptions } from './pearson-correlation';
export { Poisson } from './poisson';
export { Precision } from './precision';
export { PrecisionAtRecall, type PrecisionAtRecallOptions } from './precision-at-recall';
export { R2Score, type R2ScoreOptions } from './r2-score';
export { Recall } from './recall';
export { RecallAtPrecision, type RecallAtPrecisionOptions } from './recall-at-precision';
export { RootMeanSquaredError } from './root-mean-squared-error';
export { SensitivityAtSpecificity, type SensitivityAtSpecificityOptions } from './sensitivity-at-specificity';
export { SparseCategoricalAccuracy } from './sparse-categorical-accuracy';
export {
  SparseCategoricalCrossentropy,
  type SparseCategoricalCrossentropyMetricOptions,
} from './sparse-categorical-crossentropy';
export {
  SparseTopKCategoricalAccuracy,
  type SparseTopKCategoricalAccuracyOptions,
} from './sparse-top-k-categorical-accuracy';
export { SpecificityAtSensitivity, type SpecificityAtSensitivityOptions } from './specificity-at-sensitivity';
export { SquaredHinge } from './squared-hinge';
export { Sum } from './sum';
export { TopKCategoricalAccuracy, type TopKCategoricalAccuracyOptions } from './top-k-categorical-accuracy';
export { TrueNegatives } from './true-negatives';
export { TruePositives } from './true-positives';

const metrics = new Registry<Metric>(
  'metric',
  [
    Mean,
    Sum,
    Accuracy,
    BinaryAccuracy,
    CategoricalAccuracy,
    SparseCategoricalAccuracy,
    TopKCategoricalAccuracy,
    SparseTopKCategoricalAccuracy,
    MeanSquaredError,
    RootMeanSquaredError,
    MeanAbsoluteError,
    MeanAbsolutePercentageError,
    MeanSquaredLogarithmicError,
    CosineSimilarity,
    LogCoshError,
    R2Score,
    PearsonCorrelation,
    ConcordanceCorrelation,
    BinaryCrossentropy,
    CategoricalCrossentropy,
    SparseCategoricalCrossentropy,
    KLDivergence,
    Poisson,
    Hinge,
    SquaredHinge,
    CategoricalHinge,
    TruePositives,
    TrueNegatives,
    FalsePositives,
    FalseNegatives,
    Precision,
    Recall,
    SensitivityAtSpecificity,
    SpecificityAtSensitivity,
    PrecisionAtRecall,
    RecallAtPrecision,
    AUC,
    FBetaScore,
    F1Score,
    IoU,
    BinaryIoU,
    MeanIoU,
    OneHotIoU,
    OneHotMeanIoU,
    ConfusionMatrix,
    CalibrationError,
  ],
  {
    acc: 'Accuracy',
    mse: 'MeanSquaredError',
    rmse: 'RootMeanSquaredError',
    mae: 'MeanAbsoluteError',
    mape: 'MeanAbsolutePercentageError',
    msle: 'MeanSquaredLogarithmicError',
    bce: 'BinaryCrossentropy',
    kld: 'KLDivergence',
    logcosh: 'LogCoshError',
  },
);

/** The names an editor completes; any other spelling Keras knows works too. */
export type MetricName =
  | 'accuracy'
  | 'acc'
  | 'binary_accuracy'
  | 'categorical_accuracy'
  | 'sparse_categorical_accuracy'
  | 'top_k_categorical_accuracy'
  | 'sparse_top_k_categorical_accuracy'
  | 'mse'
  | 'mae'
  | 'mape'
  | 'msle'
  | 'mean_squared_error'
  | 'root_mean_squared_error'
  | 'mean_absolute_error'
  | 'mean_absolute_percentage_error'
  | 'mean_squared_logarithmic_error'
  | 'cosine_similarity'
  | 'logcosh'
  | 'r2_score'
  | 'pearson_correlation'
  | 'concordance_correlation'
  | 'binary_crossentropy'
  | 'categorical_crossentropy'
  | 'sparse_categorical_crossentropy'
  | 'kl_divergence'
  | 'poisson'
  | 'hinge'
  | 'squared_hinge'
  | 'categorical_hinge'
  | 'true_positives'
  | 'true_negatives'
  | 'false_positives'
  | 'false_negatives'
  | 'precision'
  | 'recall'
  | 'auc'
  | 'f1_score'
  | 'fbeta_score'
  | 'binary_iou'
  | 'calibration_error';

/** A name, a Keras config, or a metric. */
export type MetricIdentifier = MetricName | (string & {}) | ConfigObject | Metric;

/**
 * Finds a metric by Keras's name (`'categorical_accuracy'`, `'AUC'`), builds it from a Keras config, or passes an instance
 * through. Throws on an unknown name, with near names.
 *
 * @example
 * getMetric('binary_accuracy').name; // 'binary_accuracy'
 */
export function getMetric(identifier: MetricIdentifier): Metric {
  return metrics.get(identifier);
}
