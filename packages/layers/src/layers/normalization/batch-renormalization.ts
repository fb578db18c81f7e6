import { TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { withoutGradient } from '../../activations/with-gradient';
import { Initializer } from '../../initializers/index';
import type { Weight } from '../../weight';

/** What keeps the corrections of batch renormalisation in bounds: `rmin <= r <= rmax`, `-dmax <= d <= dmax`. */
export interface RenormClipping {
  rmin?: number;
  rmax?: number;
  dmax?: number;
}

/** The statistics that batch renormalisation keeps beside the moving averages. */
export interface RenormStatistics {
  movingStddev: Weight;
  renormMean: Weight;
  renormStddev: Weight;
}

/**
 * The corrections that make what a batch normalises with equal to the moving statistics, without a gradient:
 * `r = sqrt(variance + epsilon) / renormStddev` and `d = (mean - renormMean) / renormStddev`, each within its bounds.
 * Ioffe 2017.
 */
export function renormCorrections(
  mean: tf.Tensor,
  variance: tf.Tensor,
  { renormMean, renormStddev }: RenormStatistics,
  epsilon: number,
  { rmin = 0, rmax = Number.POSITIVE_INFINITY, dmax = Number.POSITIVE_INFINITY }: RenormClipping,
): { r: tf.Tensor; d: tf.Tensor } {
  // Early in training it may be almost 0.
  const stddev = tf.maximum(renormStddev.read(), Math.sqrt(epsilon));
  return {
    r: withoutGradient(variance, (v) => {
      const ratio = tf.div(tf.sqrt(tf.add(v, epsilon)), stddev);
      return Number.isFinite(rmax) ? tf.minimum(tf.maximum(ratio, rmin), rmax) : tf.maximum(ratio, rmin);
    }),
    d: withoutGradient(mean, (m) => {
      const shift = tf.div(tf.sub(m, renormMean.read()), stddev);
      return Number.isFinite(dmax) ? tf.clipByValue(shift, -dmax, dmax) : shift;
    }),
  };
}

/** The square root of what another initializer gives. */
export class RootOf extends Initializer {
  readonly #variance: Initializer;

  constructor(variance: Initializer) {
    super();
    this.#variance = variance;
  }

  override initialize(shape: number[], dtype?: tf.DataType): tf.Tensor {
    return tf.tidy(() => tf.sqrt(this.#variance.initialize(shape, dtype)));
  }
}

/** Throws unless the bounds are numbers that leave room between them. */
export function expectClipping(place: string, clipping: unknown): void {
  const names = ['rmin', 'rmax', 'dmax'];
  const isRecord = typeof clipping === 'object' && clipping !== null;
  const { rmin = 0, rmax = Number.POSITIVE_INFINITY, dmax = 0 } = (isRecord ? clipping : {}) as RenormClipping;
  const known = isRecord && Object.keys(clipping).every((name) => names.includes(name));
  if (known && [rmin, rmax, dmax].every((bound) => typeof bound === 'number') && rmin <= rmax && dmax >= 0) return;
  throw new TenlabError({
    code: 'invalid-argument',
    place,
    expected: '`renormClipping` must be bounds `rmin`, `rmax` and `dmax`, with rmin <= rmax and dmax >= 0',
    received: clipping,
    remedy: 'Pass for example { rmin: 0.3, rmax: 3, dmax: 5 }, or leave it out.',
  });
}
