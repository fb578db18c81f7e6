import type * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { L1L2 } from '../../regularizers/index';
import { Layer, type LayerOptions } from '../layer';

export interface ActivityRegularizationOptions extends Omit<LayerOptions, 'activityRegularizer'> {
  /** The factor of the sum of absolute values. Default 0. */
  l1?: number;
  /** The factor of the sum of squares. Default 0. */
  l2?: number;
}

/**
 * Adds a penalty on its inputs to the loss, `(l1 * Σ|x| + l2 * Σx²) / batch`, and gives them back.
 *
 * Shapes: any, unchanged. Throws when a factor is below 0. Keras class: `keras.layers.ActivityRegularization`.
 *
 * @example
 * const layer = new ActivityRegularization({ l2: 0.5 });
 * layer.apply(tf.tensor2d([[1, 2]]));
 * layer.losses[0].arraySync(); // 2.5
 */
export class ActivityRegularization extends Layer {
  static override readonly className: string = 'ActivityRegularization';
  readonly l1: number;
  readonly l2: number;

  constructor(options: ActivityRegularizationOptions = {}) {
    const { l1 = 0, l2 = 0, ...rest } = options;
    super({ ...rest, activityRegularizer: new L1L2({ l1, l2 }) }, ['l1', 'l2']);
    this.l1 = l1;
    this.l2 = l2;
    this.supportsMasking = true;
    this.markBuilt();
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    return inputs;
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return inputShape;
  }

  override getConfig(): Config {
    const { activity_regularizer: _, ...config } = super.getConfig();
    return { ...config, l1: this.l1, l2: this.l2 };
  }
}
