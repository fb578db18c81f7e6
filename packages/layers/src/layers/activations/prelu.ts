import { TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { ConstraintIdentifier } from '../../constraints/index';
import type { Shape } from '../../graph/shape';
import type { InitializerIdentifier } from '../../initializers/index';
import type { Config } from '../../registry/config';
import type { RegularizerIdentifier } from '../../regularizers/index';
import type { Weight } from '../../weight';
import { asFloat } from '../as-float';
import { Layer, type LayerOptions } from '../layer';
import { type WeightSettings, weightOptionNames, weightSettings, weightSettingsConfig } from '../weight-settings';

export interface PReLUOptions extends LayerOptions {
  /** Default `zeros`. */
  alphaInitializer?: InitializerIdentifier | null;
  alphaRegularizer?: RegularizerIdentifier | null;
  alphaConstraint?: ConstraintIdentifier | null;
  /** Axes along which one slope serves all, the batch being axis 0: [1, 2] for one slope per channel of an image. Default none. */
  sharedAxes?: number | readonly number[] | null;
}

/**
 * The parametric rectified linear unit: `x` above 0 and `alpha * x` below, where the slopes `alpha` are learned.
 *
 * Shapes: any, unchanged; `alpha` has the shape of a sample, with 1 along the shared axes. Throws when a shared axis is the batch
 * or not there. He et al. 2015. Keras class: `keras.layers.PReLU`.
 *
 * @example
 * new PReLU({ alphaInitializer: 'ones' }).apply(tf.tensor2d([[-1, 2]])).arraySync(); // [[-1, 2]]
 */
export class PReLU extends Layer {
  static override readonly className: string = 'PReLU';
  readonly alphaSettings: WeightSettings;
  readonly sharedAxes: readonly number[] | null;
  declare alpha: Weight;

  constructor(options: PReLUOptions = {}) {
    super(options, [...weightOptionNames('alpha'), 'sharedAxes']);
    const { sharedAxes = null } = options;
    this.alphaSettings = weightSettings(this.place, options, 'alpha', 'zeros');
    this.sharedAxes = sharedAxes === null ? null : [sharedAxes].flat();
    this.supportsMasking = true;
  }

  override build(inputShape: Shape): void {
    const shared = this.sharedAxes ?? [];
    if (shared.some((axis) => !Number.isInteger(axis) || axis < 1 || axis >= inputShape.length)) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: this.place,
        expected: `\`sharedAxes\` must be from 1 to ${inputShape.length - 1}`,
        received: shared,
        remedy: 'Name axes of the input; the batch, axis 0, is always shared.',
      });
    }
    const shape = inputShape.slice(1).map((length, i) => (shared.includes(i + 1) ? 1 : length));
    this.alpha = this.addWeight({ name: 'alpha', shape, ...this.alphaSettings });
    const fixed = inputShape.flatMap((length, i) =>
      shared.length === 0 || i === 0 || shared.includes(i) ? [] : [[i, length] as const],
    );
    this.inputSpec = { ndim: inputShape.length, axes: Object.fromEntries(fixed) };
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    const x = asFloat(inputs);
    return tf.sub(tf.relu(x), tf.mul(this.alpha.read(), tf.relu(tf.neg(x))));
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return inputShape;
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      ...weightSettingsConfig({ alpha: this.alphaSettings }),
      shared_axes: this.sharedAxes,
    };
  }
}
