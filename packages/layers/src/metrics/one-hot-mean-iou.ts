import type { Config } from '../registry/config';
import { expectKnownOptions } from '../registry/options';
import type { MeanIoUOptions } from './iou';
import { MeanIoU } from './mean-iou';

export type OneHotMeanIoUOptions = Omit<MeanIoUOptions, 'sparseYTrue'>;

const OPTIONS = ['numClasses', 'ignoreClass', 'sparseYPred', 'axis', 'name', 'dtype'];

/**
 * `MeanIoU` with one-hot targets; predictions are scores unless `sparseYPred`.
 *
 * Keras class: `keras.metrics.OneHotMeanIoU`.
 *
 * @example
 * const metric = new OneHotMeanIoU({ numClasses: 2 });
 * metric.updateState(tf.tensor2d([[1, 0], [0, 1]]), tf.tensor2d([[0.8, 0.2], [0.6, 0.4]]));
 * metric.result().dataSync()[0]; // 0.25
 */
export class OneHotMeanIoU extends MeanIoU {
  static override readonly className: string = 'OneHotMeanIoU';

  constructor(options: OneHotMeanIoUOptions) {
    expectKnownOptions('OneHotMeanIoU', options, OPTIONS);
    super({ sparseYPred: false, ...options, sparseYTrue: false });
  }

  override getConfig(): Config {
    const { sparse_y_true: _sparse, ...config } = super.getConfig();
    return config;
  }
}
