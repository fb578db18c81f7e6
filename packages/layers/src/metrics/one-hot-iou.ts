import type { Config } from '../registry/config';
import { expectKnownOptions } from '../registry/options';
import { IoU, type IoUOptions } from './iou';

export type OneHotIoUOptions = Omit<IoUOptions, 'sparseYTrue'>;

const OPTIONS = ['numClasses', 'targetClassIds', 'ignoreClass', 'sparseYPred', 'axis', 'name', 'dtype'];

/**
 * `IoU` with one-hot targets; predictions are scores unless `sparseYPred`.
 *
 * Keras class: `keras.metrics.OneHotIoU`.
 *
 * @example
 * const metric = new OneHotIoU({ numClasses: 2, targetClassIds: [0, 1] });
 * metric.updateState(tf.tensor2d([[1, 0], [0, 1]]), tf.tensor2d([[0.8, 0.2], [0.6, 0.4]]));
 * metric.result().dataSync()[0]; // 0.25
 */
export class OneHotIoU extends IoU {
  static override readonly className: string = 'OneHotIoU';

  constructor(options: OneHotIoUOptions) {
    expectKnownOptions('OneHotIoU', options, OPTIONS);
    super({ sparseYPred: false, ...options, sparseYTrue: false });
  }

  override getConfig(): Config {
    const { sparse_y_true: _sparse, ...config } = super.getConfig();
    return config;
  }
}
