import type { Config } from '../registry/config';
import { expectKnownOptions } from '../registry/options';
import { IoU, type MeanIoUOptions } from './iou';

const OPTIONS = ['numClasses', 'ignoreClass', 'sparseYTrue', 'sparseYPred', 'axis', 'name', 'dtype'];

/**
 * Overlap of regions as the mean over all classes that occur: `mean(TP / (TP + FP + FN))`.
 *
 * Keras class: `keras.metrics.MeanIoU`.
 *
 * @example
 * const metric = new MeanIoU({ numClasses: 2 });
 * metric.updateState(tf.tensor1d([0, 0, 1, 1], 'int32'), tf.tensor1d([0, 1, 0, 1], 'int32'));
 * metric.result().dataSync()[0]; // 0.3333
 */
export class MeanIoU extends IoU {
  static override readonly className: string = 'MeanIoU';

  constructor(options: MeanIoUOptions) {
    expectKnownOptions('MeanIoU', options, OPTIONS);
    super({ ...options, targetClassIds: Array.from({ length: options.numClasses }, (_, id) => id) });
  }

  override getConfig(): Config {
    const { target_class_ids: _ids, ...config } = super.getConfig();
    return config;
  }
}
