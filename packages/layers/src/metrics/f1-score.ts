import type { Config } from '../registry/config';
import { type F1ScoreOptions, FBetaScore } from './fbeta-score';

/**
 * `2 · precision · recall / (precision + recall)` for each class.
 *
 * Inputs `[batch, classes]`, one-hot targets. Keras class: `keras.metrics.F1Score`.
 *
 * @example
 * const metric = new F1Score({ threshold: 0.5 });
 * metric.updateState(tf.tensor2d([[1, 1, 1], [1, 0, 0], [1, 1, 0]]), tf.tensor2d([[0.2, 0.6, 0.7], [0.2, 0.6, 0.6], [0.6, 0.8, 0]]));
 * metric.result().arraySync(); // [0.5, 0.8, 0.6667]
 */
export class F1Score extends FBetaScore {
  static override readonly className: string = 'F1Score';

  constructor(options: F1ScoreOptions = {}) {
    super(options, [], 'f1_score');
  }

  override getConfig(): Config {
    const { beta: _beta, ...config } = super.getConfig();
    return config;
  }
}
