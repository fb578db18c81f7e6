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
import { type CallOptions, Layer, type LayerOptions } from '../layer';
import { type WeightSettings, weightOptionNames, weightSettings, weightSettingsConfig } from '../weight-settings';

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
  /** Only false is supported. */
  renorm?: boolean;
  renormClipping?: null;
  renormMomentum?: number;
}

/**
 * Normalises each feature to mean 0 and variance 1: `gamma * (x - mean) / sqrt(variance + epsilon) + beta`.
 *
 * In training, mean and variance are those of the batch, and moving averages of them are kept:
 * `moving <- moving * momentum + batch * (1 - momentum)`. Otherwise, and when the layer is frozen, it uses the moving averages.
 * Ioffe & Szegedy 2015. Keras class: `keras.layers.BatchNormalization`.
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
  readonly #renormMomentum: number;

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
    expectPlain(this.place, options);
    this.axis = options.axis ?? -1;
    this.momentum = options.momentum ?? 0.99;
    this.epsilon = options.epsilon ?? 1e-3;
    this.center = options.center ?? true;
    this.scale = options.scale ?? true;
    this.#renormMomentum = options.renormMomentum ?? 0.99;
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
    this.inputSpec = { ndim: inputShape.length, axes: { [axis]: shape[0] as number } };
  }

  override call(inputs: tf.Tensor, { training, mask }: CallOptions): tf.Tensor {
    const x = asFloat(inputs);
    const axis = axisOf(this.axis, x.rank);
    const along = x.shape.map((length, i) => (i === axis ? length : 1));
    let mean = this.movingMean.read();
    let variance = this.movingVariance.read();
    if (training && this.trainable) {
      const others = x.shape.flatMap((_, i) => (i === axis ? [] : [i]));
      [mean, variance] = mask ? maskedMoments(x, mask as tf.Tensor, others) : moments(x, others);
      this.#follow(this.movingMean, mean);
      this.#follow(this.movingVariance, variance);
    }
    const inverse = tf.rsqrt(tf.add(variance, this.epsilon));
    const factor = this.gamma ? tf.mul(inverse, this.gamma.read()) : inverse;
    const shift = tf.neg(tf.mul(mean, factor));
    const offset = this.beta ? tf.add(shift, this.beta.read()) : shift;
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
      renorm: false,
      renorm_clipping: null,
      renorm_momentum: this.#renormMomentum,
    };
  }

  #follow(moving: Weight, batch: tf.Tensor): void {
    moving.assign(tf.add(tf.mul(moving.read(), this.momentum), tf.mul(batch, 1 - this.momentum)));
  }
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

function expectPlain(place: string, { synchronized, renorm }: BatchNormalizationOptions): void {
  if (!synchronized && !renorm) return;
  throw new TenlabError({
    code: 'unsupported',
    place,
    expected: '`synchronized` and `renorm` must be false',
    received: inWords(synchronized ? '`synchronized: true`' : '`renorm: true`'),
    remedy: 'Leave them out: there is one replica, and batch renormalisation is not supported.',
  });
}
