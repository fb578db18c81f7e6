import { TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { ConstraintIdentifier } from '../../constraints/index';
import { axisOf, type Shape } from '../../graph/shape';
import type { InitializerIdentifier } from '../../initializers/index';
import type { Config } from '../../registry/config';
import type { RegularizerIdentifier } from '../../regularizers/index';
import type { Weight } from '../../weight';
import { asFloat } from '../as-float';
import { Layer, type LayerOptions } from '../layer';
import { type WeightSettings, weightOptionNames, weightSettings, weightSettingsConfig } from '../weight-settings';
import { expectAxes } from './expect-axes';

export interface LayerNormalizationOptions extends LayerOptions {
  /** The axis, or axes together, that are normalised. Default -1. */
  axis?: number | readonly number[];
  /** Added to the variance, against division by 0. Default 1e-3. */
  epsilon?: number;
  /** Whether `beta` is added. Default true. */
  center?: boolean;
  /** Whether `gamma` is multiplied by. Default true. */
  scale?: boolean;
  /** Keras's old way to leave the mean in; `RMSNormalization` is what is meant. Default false. */
  rmsScaling?: boolean;
  betaInitializer?: InitializerIdentifier | null;
  gammaInitializer?: InitializerIdentifier | null;
  betaRegularizer?: RegularizerIdentifier | null;
  gammaRegularizer?: RegularizerIdentifier | null;
  betaConstraint?: ConstraintIdentifier | null;
  gammaConstraint?: ConstraintIdentifier | null;
}

/**
 * Normalises each sample on its own to mean 0 and variance 1: `gamma * (x - mean) / sqrt(variance + epsilon) + beta`, mean and
 * variance being those along the axis. It does the same in training and after. (`BatchNormalization` goes across samples.)
 *
 * Shapes: any, unchanged; `gamma` and `beta` have the lengths of the axes. Throws when the input lacks an axis.
 * Ba et al. 2016. Keras class: `keras.layers.LayerNormalization`.
 *
 * @example
 * new LayerNormalization().apply(tf.tensor2d([[1, 3]])).arraySync(); // [[-0.9995, 0.9995]]
 */
export class LayerNormalization extends Layer {
  static override readonly className: string = 'LayerNormalization';
  readonly axis: number | readonly number[];
  readonly epsilon: number;
  readonly center: boolean;
  readonly scale: boolean;
  readonly rmsScaling: boolean;
  readonly settings: Readonly<Record<'beta' | 'gamma', WeightSettings>>;
  declare gamma: Weight | null;
  declare beta: Weight | null;

  constructor(options: LayerNormalizationOptions = {}) {
    super(options, [
      ...['axis', 'epsilon', 'center', 'scale', 'rmsScaling'],
      ...[...weightOptionNames('beta'), ...weightOptionNames('gamma')],
    ]);
    this.axis = options.axis ?? -1;
    this.epsilon = options.epsilon ?? 1e-3;
    this.center = options.center ?? true;
    this.scale = options.scale ?? true;
    this.rmsScaling = options.rmsScaling ?? false;
    this.settings = {
      beta: weightSettings(this.place, options, 'beta', 'zeros'),
      gamma: weightSettings(this.place, options, 'gamma', 'ones'),
    };
    this.supportsMasking = true;
  }

  override build(inputShape: Shape): void {
    const shape = this.#axesOf(inputShape).map((axis) => inputShape[axis] as number);
    const hasGamma = this.scale || this.rmsScaling;
    const hasBeta = this.center && !this.rmsScaling;
    this.gamma = hasGamma ? this.addWeight({ name: 'gamma', shape, ...this.settings.gamma }) : null;
    this.beta = hasBeta ? this.addWeight({ name: 'beta', shape, ...this.settings.beta }) : null;
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    const x = asFloat(inputs);
    const axes = this.#axesOf(x.shape);
    const along = x.shape.map((length, axis) => (axes.includes(axis) ? length : 1));
    const centred = tf.sub(x, tf.mean(x, axes, true));
    const inverse = tf.rsqrt(tf.add(tf.mean(tf.square(centred), axes, true), this.epsilon));
    const normalised = tf.mul(this.rmsScaling ? x : centred, inverse);
    const scaled = this.gamma ? tf.mul(normalised, tf.reshape(this.gamma.read(), along)) : normalised;
    return this.beta ? tf.add(scaled, tf.reshape(this.beta.read(), along)) : scaled;
  }

  override computeOutputShape(inputShape: Shape): Shape {
    this.#axesOf(inputShape);
    return inputShape;
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      axis: this.axis,
      epsilon: this.epsilon,
      center: this.center,
      scale: this.scale,
      rms_scaling: this.rmsScaling,
      ...weightSettingsConfig(this.settings),
    };
  }

  #axesOf(shape: Shape): number[] {
    const axes = [this.axis].flat().map((axis) => axisOf(axis, shape.length));
    expectAxes(this.place, axes, shape);
    if (new Set(axes).size === axes.length) return axes.sort((a, b) => a - b);
    throw new TenlabError({
      code: 'invalid-argument',
      place: this.place,
      expected: '`axis` must name each axis once',
      received: this.axis,
      remedy: 'Leave out the one that is there twice.',
    });
  }
}
