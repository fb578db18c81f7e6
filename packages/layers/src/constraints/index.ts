import type { ConfigObject } from '../registry/config';
import { Registry } from '../registry/registry';
import type { Constraint } from './constraint';
import { MaxNorm } from './max-norm';
import { MinMaxNorm } from './min-max-norm';
import { NonNeg } from './non-neg';
import { UnitNorm } from './unit-norm';

export { Constraint } from './constraint';
export { MaxNorm, type MaxNormOptions } from './max-norm';
export { MinMaxNorm, type MinMaxNormOptions } from './min-max-norm';
export { NonNeg } from './non-neg';
export type { NormAxis } from './norms';
export { UnitNorm, type UnitNormOptions } from './unit-norm';

const constraints = new Registry<Constraint>('constraint', [NonNeg, UnitNorm, MaxNorm, MinMaxNorm]);

/** The names an editor completes; any other spelling Keras knows works too. */
export type ConstraintName = 'non_neg' | 'unit_norm' | 'max_norm' | 'min_max_norm';

/** A name, a Keras config, or a constraint. */
export type ConstraintIdentifier = ConstraintName | (string & {}) | ConfigObject | Constraint;

/**
 * Finds a constraint by Keras's name (`'non_neg'`), builds it from a Keras config, or passes an instance through.
 * Throws on an unknown name, with near names.
 *
 * @example
 * getConstraint('max_norm').getConfig(); // { max_value: 2, axis: 0 }
 */
export function getConstraint(identifier: ConstraintIdentifier): Constraint {
  return constraints.get(identifier);
}
