import { inWords, TenlabError } from '@tenlab/core';
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

export interface GroupNormalizationOptions extends LayerOptions {
  /** Into how many groups the channels are divided; -1: one for each channel (instance normalisation). Default 32. */
  groups?: number;
  /** The axis of the channels. Default -1. */
  axis?: number;
  /** Added to the variance, against division by 0. Default 1e-3. */
  epsilon?: number;
  /** Whether `beta` is added. Default true. */
  center?: boolean;
  /** Whether `gamma` is multiplied by. Default true. */
  scale?: boolean;
  betaInitializer?: InitializerIdentifier | null;
  gammaInitializer?: InitializerIdentifier | null;
  betaRegularizer?: RegularizerIdentifier | null;
  gammaRegularizer?: RegularizerIdentifier | null;
  betaConstraint?: ConstraintIdentifier | null;
  gammaConstraint?: ConstraintIdentifier | null;
}

/**
 * Normalises groups of channels of each sample to mean 0 and variance 1:
 * `gamma * (x - mean) / sqrt(variance + epsilon) + beta`, mean and variance being those of the group over all places.
 *
 * Shapes: any, unchanged; `gamma` and `beta` have one value per channel. Throws when the channels cannot be divided so.
 * One group is layer normalisation over the whole sample, a group for each channel is instance normalisation.
 * Wu & He 2018. Keras class: `keras.layers.GroupNormalization`.
 *
 * @example
 * new GroupNormalization({ groups: 2 }).apply(tf.tensor2d([[1, 3, 5, 9]])).arraySync(); // [[-0.9995, 0.9995, -0.9999, 0.9999]]
 */
export class GroupNormalization extends Layer {
  static override readonly className: string = 'GroupNormalization';
  readonly groups: number;
  readonly axis: number;
  readonly epsilon: number;
  readonly center: boolean;
  readonly scale: boolean;
  readonly settings: Readonly<Record<'beta' | 'gamma', WeightSettings>>;
  declare gamma: Weight | null;
  declare beta: Weight | null;

  constructor(options: GroupNormalizationOptions = {}) {
    super(options, [
      ...['groups', 'axis', 'epsilon', 'center', 'scale'],
      ...[...weightOptionNames('beta'), ...weightOptionNames('gamma')],
    ]);
    this.groups = options.groups ?? 32;
    if (!Number.isInteger(this.groups) || (this.groups <= 0 && this.groups !== -1)) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: this.place,
        expected: '`groups` must be a positive integer, or -1 for one per channel',
        received: this.groups,
        remedy: 'Pass a divisor of the number of channels, for example 8.',
      });
    }
    this.axis = options.axis ?? -1;
    this.epsilon = options.epsilon ?? 1e-3;
    this.center = options.center ?? true;
    this.scale = options.scale ?? true;
    this.settings = {
      beta: weightSettings(this.place, options, 'beta', 'zeros'),
      gamma: weightSettings(this.place, options, 'gamma', 'ones'),
    };
    this.supportsMasking = true;
  }

  override build(inputShape: Shape): void {
    const axis = this.#axisIn(inputShape);
    const channels = inputShape[axis] as number;
    if (this.groups !== -1 && channels % this.groups !== 0) {
      throw new TenlabError({
        code: 'invalid-shape',
        place: this.place,
        expected: `the number of channels must be a multiple of \`groups\`, ${this.groups}`,
        received: inWords(`${channels} channels`),
        remedy: 'Choose a number of groups that divides it.',
      });
    }
    const shape = [channels];
    this.gamma = this.scale ? this.addWeight({ name: 'gamma', shape, ...this.settings.gamma }) : null;
    this.beta = this.center ? this.addWeight({ name: 'beta', shape, ...this.settings.beta }) : null;
    this.inputSpec = { ndim: inputShape.length, axes: { [axis]: channels } };
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    const x = asFloat(inputs);
    const axis = this.#axisIn(x.shape);
    const channels = x.shape[axis] as number;
    const groups = this.groups === -1 ? channels : this.groups;
    // The channel axis becomes two, groups and channels in a group; statistics are over all but batch and groups.
    const grouped = tf.reshape(x, [...x.shape.slice(0, axis), groups, channels / groups, ...x.shape.slice(axis + 1)]);
    const axes = grouped.shape.flatMap((_, i) => (i === 0 || i === axis ? [] : [i]));
    const centred = tf.sub(grouped, tf.mean(grouped, axes, true));
    const inverse = tf.rsqrt(tf.add(tf.mean(tf.square(centred), axes, true), this.epsilon));
    const normalised = tf.reshape(tf.mul(centred, inverse), x.shape);
    const along = x.shape.map((length, i) => (i === axis ? length : 1));
    const scaled = this.gamma ? tf.mul(normalised, tf.reshape(this.gamma.read(), along)) : normalised;
    return this.beta ? tf.add(scaled, tf.reshape(this.beta.read(), along)) : scaled;
  }

  override computeOutputShape(inputShape: Shape): Shape {
    this.#axisIn(inputShape);
    return inputShape;
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      groups: this.groups,
      axis: this.axis,
      epsilon: this.epsilon,
      center: this.center,
      scale: this.scale,
      ...weightSettingsConfig(this.settings),
    };
  }

  #axisIn(shape: Shape): number {
    const axis = axisOf(this.axis, shape.length);
    expectAxes(this.place, [axis], shape);
    return axis;
  }
}
