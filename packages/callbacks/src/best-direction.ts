import type { Model } from '@tenlab/layers';

// Keras's metrics and the direction each improves in. A logged name may have `val_` and an output's name in front.
const directions = {
  max: [
    'accuracy',
    'acc',
    'auc',
    'precision',
    'recall',
    'f1_score',
    'fbeta_score',
    'iou',
    'io_u',
    'r2_score',
    'cosine_similarity',
    'pearson_correlation',
    'concordance_correlation',
    'sensitivity_at_specificity',
    'specificity_at_sensitivity',
    'precision_at_recall',
    'recall_at_precision',
    'true_positives',
    'true_negatives',
  ],
  min: [
    'loss',
    'error',
    'mse',
    'mae',
    'mape',
    'msle',
    'crossentropy',
    'hinge',
    'poisson',
    'logcosh',
    'log_cosh',
    'kl_divergence',
    'kullback_leibler_divergence',
    'false_positives',
    'false_negatives',
  ],
} as const;

/**
 * Whether less or more of a metric is better, by its name or, where that says nothing, by the `direction` ('min' or 'max') of the
 * model's metric of that name. Undefined where neither tells.
 *
 * @example
 * bestDirection('val_sparse_categorical_accuracy'); // 'max'
 */
export function bestDirection(logged: string, model?: Model): 'min' | 'max' | undefined {
  // Keras numbers metrics of one kind: auc, auc_1, …
  const name = logged.replace(/^val_/, '').replace(/_\d+$/, '');
  for (const direction of ['min', 'max'] as const) {
    if (directions[direction].some((known) => name === known || name.endsWith(`_${known}`))) return direction;
  }
  const metrics = (model as { metrics?: readonly { name: string; direction?: unknown }[] } | undefined)?.metrics ?? [];
  const own = metrics.find((metric) => metric.name === name || name.endsWith(`_${metric.name}`))?.direction;
  return own === 'min' || own === 'max' ? own : undefined;
}
