import type { ConfigObject } from '../registry/config';
import { Registry } from '../registry/registry';
import { Constant } from './constant';
import { GlorotNormal } from './glorot-normal';
import { GlorotUniform } from './glorot-uniform';
import { HeNormal } from './he-normal';
import { HeUniform } from './he-uniform';
import { Identity } from './identity';
import type { Initializer } from './initializer';
import { LecunNormal } from './lecun-normal';
import { LecunUniform } from './lecun-uniform';
import { Ones } from './ones';
import { Orthogonal } from './orthogonal';
import { RandomNormal } from './random-normal';
import { RandomUniform } from './random-uniform';
import { STFT } from './stft';
import { TruncatedNormal } from './truncated-normal';
import { VarianceScaling } from './variance-scaling';
import { Zeros } from './zeros';

export { Constant } from './constant';
export { GlorotNormal } from './glorot-normal';
export { GlorotUniform } from './glorot-uniform';
export { HeNormal } from './he-normal';
export { HeUniform } from './he-uniform';
export { Identity } from './identity';
export { Initializer } from './initializer';
export { LecunNormal } from './lecun-normal';
export { LecunUniform } from './lecun-uniform';
export { Ones } from './ones';
export { Orthogonal, type OrthogonalOptions } from './orthogonal';
export { RandomNormal, type RandomNormalOptions } from './random-normal';
export { RandomUniform, type RandomUniformOptions } from './random-uniform';
export { STFT, type STFTOptions } from './stft';
export { TruncatedNormal, type TruncatedNormalOptions } from './truncated-normal';
export { type FanOptions, VarianceScaling, type VarianceScalingOptions } from './variance-scaling';
export { Zeros } from './zeros';

const initializers = new Registry<Initializer>(
  'initializer',
  [
    Zeros,
    Ones,
    Constant,
    Identity,
    GlorotUniform,
    GlorotNormal,
    HeUniform,
    HeNormal,
    LecunUniform,
    LecunNormal,
    RandomUniform,
    RandomNormal,
    TruncatedNormal,
    VarianceScaling,
    Orthogonal,
    STFT,
  ],
  {
    zero: 'Zeros',
    one: 'Ones',
    uniform: 'RandomUniform',
    normal: 'RandomNormal',
    IdentityInitializer: 'Identity',
    OrthogonalInitializer: 'Orthogonal',
    STFTInitializer: 'STFT',
  },
);

/** The names an editor completes; any other spelling Keras knows works too. */
export type InitializerName =
  | 'zeros'
  | 'ones'
  | 'constant'
  | 'identity'
  | 'glorot_uniform'
  | 'glorot_normal'
  | 'he_uniform'
  | 'he_normal'
  | 'lecun_uniform'
  | 'lecun_normal'
  | 'random_uniform'
  | 'random_normal'
  | 'truncated_normal'
  | 'variance_scaling'
  | 'orthogonal'
  | 'stft';

/** A name, a Keras config, or an initializer. */
export type InitializerIdentifier = InitializerName | (string & {}) | ConfigObject | Initializer;

/**
 * Finds an initializer by Keras's name (`'glorot_uniform'`), builds it from a Keras config, or passes an instance through.
 * Throws on an unknown name, with near names.
 *
 * @example
 * getInitializer('zeros').initialize([2]).arraySync(); // [0, 0]
 */
export function getInitializer(identifier: InitializerIdentifier): Initializer {
  return initializers.get(identifier);
}
