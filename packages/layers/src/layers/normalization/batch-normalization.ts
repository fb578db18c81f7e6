import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { ConstraintIdentifier } from '../../constraints/index';
import { axisOf, type Shape } from '../../graph/shape';
import type { InitializerIdentifier } from '../../initializers/index';
import type { Config } from '../../registry/config';
import type { RegularizerIdentifier } from '../../regularizers/index';
import { serializeValue } from '../../serialization/serialize-object';
import type { Weight } from '../../weight';
import { asFloat } from '../as-float';
import { expectMask } from '../expect-mask';
import { type CallOptions, Layer, type LayerOptions } from '../layer';
import { type WeightSettings, weightOptionNames, weightSettings, weightSettingsConfig } from '../weight-settings';
import {
  expectClipping,
  type RenormClipping,
  type RenormStatistics,
  RootOf,
  renormCorrections,
} from './batch-renormalization';

export interface BatchNormalizationOptions extends LayerOptions {
  /** The axis of the features, normalised each on its own. Default -1. */
  axis?: number;
  /** How much of the old moving statistics is kept at each step. Default 0.99. */
  momentum?: number;
  /** Added to the variance, against division by 0. Default 1e-3. */
  epsilon?: number;
  /** Whether `beta` is added. Default true. */
  center?: boolean;
  /** Whether `gamma` is multiplied by. Default true. */
  scale?: boolean;
  betaInitializer?: InitializerIdentifier | null;
  gammaInitializer?: InitializerIdentifier | null;
  movingMeanInitializer?: InitializerIdentifier | null;
  movingVarianceInitializer?: InitializerIdentifier | null;
  betaRegularizer?: RegularizerIdentifier | null;
  gammaRegularizer?: RegularizerIdentifier | null;
  betaConstraint?: ConstraintIdentifier | null;
  gammaConstraint?: ConstraintIdentifier | null;
  /** One machine is always in step with itself; only false is supported. */
  synchronized?: boolean;
  /** Whether training normalises with statistics of many batches too, for batches that are small or not alike. Default false. */
  renorm?: boolean;
  /** With `renorm`: bounds of the corrections. Default: none. */
  renormClipping?: RenormClipping | null;
  /** With `renorm`: how much of the old statistics is kept at each step. Default 0.99. */
  renormMomentum?: number;
}

/**
 * Normalises each feature to mean 0 and variance 1: `gamma * (x - mean) / sqrt(variance + epsilon) + beta`.
 *
 * In training, mean and variance are those of the batch, and moving averages of them are kept:
 * `moving <- moving * momentum + batch * (1 - momentum)`. Otherwise, and when the layer is frozen, it uses the moving averages.
 * With `renorm` what it normalises by in training is corrected towards these: `r = stddev / renormStddev` scales and
 * `d = (mean - renormMean) / renormStddev` shifts. Ioffe & Szegedy 2015; Ioffe 2017. Keras class: `keras.layers.BatchNormalization`.
 *
 * @example
 * new BatchNormalization().apply(tf.tensor2d([[1], [3]]), { training: true }).arraySync(); // [[-0.9995], [0.9995]]
 */
export class BatchNormalization extends Layer {
  static override readonly className: string = 'BatchNormalization';
  static override readonly takesMask: boolean = true;
  readonly axis: number;
  readonly momentum: number;
  readonly epsilon: number;
  readonly center: boolean;
  readonly scale: boolean;
  readonly settings: Readonly<Record<'beta' | 'gamma' | 'moving_mean' | 'moving_variance', WeightSettings>>;
  declare gamma: Weight | null;
  declare beta: Weight | null;
  declare movingMean: Weight;
  declare movingVariance: Weight;
  readonly renorm: boolean;
  readonly renormClipping: RenormClipping | null;
  readonly renormMomentum: number;
  /** With `renorm`, what it is done by. */
  declare renormStatistics: RenormStatistics | null;

  constructor(options: BatchNormalizationOptions = {}) {
    super(options, [
      ...[
        'axis',
        'momentum',
        'epsilon',
        'center',
        'scale',
        'synchronized',
        'renorm',
        'renormClipping',
        'renormMomentum',
      ],
      ...[...weightOptionNames('beta'), ...weightOptionNames('gamma')],
      ...['movingMeanInitializer', 'movingVarianceInitializer'],
    ]);
    expectOneReplica(this.place, options);
    this.axis = options.axis ?? -1;
    this.momentum = options.momentum ?? 0.99;
    this.epsilon = options.epsilon ?? 1e-3;
    this.center = options.center ?? true;
    this.scale = options.scale ?? true;
    this.renorm = options.renorm ?? false;
    this.renormClipping = options.renormClipping ?? (this.renorm ? {} : null);
    if (this.renorm) expectClipping(this.place, this.renormClipping);
    this.renormMomentum = options.renormMomentum ?? 0.99;
    this.settings = {
      beta: weightSettings(this.place, options, 'beta', 'zeros'),
      gamma: weightSettings(this.place, options, 'gamma', 'ones'),
      moving_mean: weightSettings(this.place, options, 'movingMean', 'zeros'),
      moving_variance: weightSettings(this.place, options, 'movingVariance', 'ones'),
    };
    this.supportsMasking = true;
  }

  override build(inputShape: Shape): void {
    const axis = axisOf(this.axis, inputShape.length);
    const shape = [inputShape[axis] as number];
    const { gamma, beta, moving_mean: mean, moving_variance: variance } = this.settings;
    this.gamma = this.scale ? this.addWeight({ name: 'gamma', shape, ...gamma }) : null;
    this.beta = this.center ? this.addWeight({ name: 'beta', shape, ...beta }) : null;
    this.movingMean = this.addWeight({ name: 'moving_mean', shape, ...mean, trainable: false });
    this.movingVariance = this.addWeight({ name: 'moving_variance', shape, ...variance, trainable: false });
    this.renormStatistics = this.renorm
      ? {
          movingStddev: this.addWeight({ name: 'moving_stddev', shape, ...rootOf(variance), trainable: false }),
          renormMean: this.addWeight({ name: 'renorm_mean', shape, ...mean, trainable: false }),
          renormStddev: this.addWeight({ name: 'renorm_stddev', shape, ...rootOf(variance), trainable: false }),
        }
      : null;
    this.inputSpec = { ndim: inputShape.length, axes: { [axis]: shape[0] as number } };
  }

  override call(inputs: tf.Tensor, { training, mask }: CallOptions): tf.Tensor {
    const x = asFloat(inputs);
    const axis = axisOf(this.axis, x.rank);
    const along = x.shape.map((length, i) => (i === axis ? length : 1));
    let mean = this.movingMean.read();
    let variance = this.movingVariance.read();
    let gamma = this.gamma?.read() ?? null;
    let beta = this.beta?.read() ?? null;
    if (training && this.trainable) {
      if (mask) expectMask(this.place, 'mask', mask, x.shape.slice(0, -1));
      const others = x.shape.flatMap((_, i) => (i === axis ? [] : [i]));
      [mean, variance] = mask ? maskedMoments(x, mask as tf.Tensor, others) : moments(x, others);
      if (this.renormStatistics) {
        const { r, d } = renormCorrections(
          mean,
          variance,
          this.renormStatistics,
          this.epsilon,
          this.renormClipping ?? {},
        );
        const shifted = gamma ? tf.mul(d, gamma) : d;
        gamma = gamma ? tf.mul(r, gamma) : r;
        beta = beta ? tf.add(shifted, beta) : shifted;
        this.#followRenorm(this.renormStatistics, mean, variance);
      } else {
        follow(this.movingMean, mean, this.momentum);
        follow(this.movingVariance, variance, this.momentum);
      }
    }
    const inverse = tf.rsqrt(tf.add(variance, this.epsilon));
    const factor = gamma ? tf.mul(inverse, gamma) : inverse;
    const shift = tf.neg(tf.mul(mean, factor));
    const offset = beta ? tf.add(shift, beta) : shift;
    return tf.add(tf.mul(x, tf.reshape(factor, along)), tf.reshape(offset, along));
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return inputShape;
  }

  override getConfig(): Config {
    const { beta, gamma, moving_mean: mean, moving_variance: variance } = this.settings;
    return {
      ...super.getConfig(),
      axis: this.axis,
      momentum: this.momentum,
      epsilon: this.epsilon,
      center: this.center,
      scale: this.scale,
      ...weightSettingsConfig({ beta, gamma }),
      moving_mean_initializer: serializeValue(mean.initializer),
      moving_variance_initializer: serializeValue(variance.initializer),
      synchronized: false,
      renorm: this.renorm,
      renorm_clipping: this.renormClipping,
      renorm_momentum: this.renormMomentum,
    };
  }

  /** The moving variance is that of the moving standard deviation. */
  #followRenorm(
    { movingStddev, renormMean, renormStddev }: RenormStatistics,
    mean: tf.Tensor,
    variance: tf.Tensor,
  ): void {
    const stddev = tf.sqrt(tf.add(variance, this.epsilon));
    follow(renormMean, mean, this.renormMomentum);
    follow(renormStddev, stddev, this.renormMomentum);
    follow(this.movingMean, mean, this.momentum);
    follow(movingStddev, stddev, this.momentum);
    this.movingVariance.assign(tf.relu(tf.sub(tf.square(movingStddev.read()), this.epsilon)));
  }
}

function follow(moving: Weight, batch: tf.Tensor, momentum: number): void {
  moving.assign(tf.add(tf.mul(moving.read(), momentum), tf.mul(batch, 1 - momentum)));
}

function rootOf(settings: WeightSettings): WeightSettings {
  return { ...settings, initializer: new RootOf(settings.initializer) };
}

function moments(x: tf.Tensor, axes: number[]): [tf.Tensor, tf.Tensor] {
  const mean = tf.mean(x, axes, true);
  const variance = tf.mean(tf.square(tf.sub(x, mean)), axes);
  return [tf.reshape(mean, variance.shape), variance];
}

/** Mean and variance over the steps that the mask keeps. */
function maskedMoments(x: tf.Tensor, mask: tf.Tensor, axes: number[]): [tf.Tensor, tf.Tensor] {
  const weights = tf.broadcastTo(tf.expandDims(asFloat(mask), -1), x.shape);
  // Keras adds its epsilon, so that nothing kept is 0 and not NaN.
  const count = tf.add(tf.sum(weights, axes, true), 1e-7);
  const mean = tf.div(tf.sum(tf.mul(x, weights), axes, true), count);
  const deviations = tf.mul(tf.square(tf.sub(x, mean)), weights);
  const variance = tf.div(tf.sum(deviations, axes, true), count);
  const size = [variance.size];
  return [tf.reshape(mean, size), tf.reshape(variance, size)];
}

function expectOneReplica(place: string, { synchronized }: BatchNormalizationOptions): void {
  if (!synchronized) return;
  throw new TenlabError({
    code: 'unsupported',
    place,
    expected: '`synchronized` must be false',
    received: inWords('`synchronized: true`'),
    remedy: 'Leave it out: there is one replica.',
  });
}
