import type { ConfigObject } from '../registry/config';
import { Registry } from '../registry/registry';
import { Accuracy } from './accuracy';
import { BinaryAccuracy } from './binary-accuracy';
import { CategoricalAccuracy } from './categorical-accuracy';
import { Mean } from './mean';
import type { Metric } from './metric';
import { SparseCategoricalAccuracy } from './sparse-categorical-accuracy';
import { SparseTopKCategoricalAccuracy } from './sparse-top-k-categorical-accuracy';
import { Sum } from './sum';
import { TopKCategoricalAccuracy } from './top-k-categorical-accuracy';

export { Accuracy } from './accuracy';
export { BinaryAccuracy, type BinaryAccuracyOptions } from './binary-accuracy';
export { CategoricalAccuracy } from './categorical-accuracy';
export { Mean } from './mean';
export { MeanMetricWrapper, type MetricFunction } from './mean-metric-wrapper';
export { Metric, type MetricArguments, type MetricOptions, type MetricResult } from './metric';
export { SparseCategoricalAccuracy } from './sparse-categorical-accuracy';
export {
  SparseTopKCategoricalAccuracy,
  type SparseTopKCategoricalAccuracyOptions,
} from './sparse-top-k-categorical-accuracy';
export { Sum } from './sum';
export { TopKCategoricalAccuracy, type TopKCategoricalAccuracyOptions } from './top-k-categorical-accuracy';

const metrics = new Registry<Metric>('metric', [
  Mean,
  Sum,
  Accuracy,
  BinaryAccuracy,
  CategoricalAccuracy,
  SparseCategoricalAccuracy,
  TopKCategoricalAccuracy,
  SparseTopKCategoricalAccuracy,
]);

/**
 * Finds a metric by Keras's name (`'categorical_accuracy'`, `'AUC'`), builds it from a Keras config, or passes an instance
 * through. Throws on an unknown name, with near names.
 *
 * @example
 * getMetric('binary_accuracy').name; // 'binary_accuracy'
 */
export function getMetric(identifier: string | ConfigObject | Metric): Metric {
  return metrics.get(identifier);
}
