import type { ConfigObject } from '../registry/config';
import { Registry } from '../registry/registry';
import { L1 } from './l1';
import { L1L2 } from './l1-l2';
import { L2 } from './l2';
import { OrthogonalRegularizer } from './orthogonal-regularizer';
import type { Regularizer } from './regularizer';

export { L1 } from './l1';
export { L1L2, type L1L2Options } from './l1-l2';
export { L2 } from './l2';
export { OrthogonalRegularizer, type OrthogonalRegularizerOptions } from './orthogonal-regularizer';
export { Regularizer } from './regularizer';

const regularizers = new Registry<Regularizer>('regularizer', [L1, L2, L1L2, OrthogonalRegularizer]);

/** The names an editor completes; any other spelling Keras knows works too. */
export type RegularizerName = 'l1' | 'l2' | 'l1_l2' | 'orthogonal_regularizer';

/** A name, a Keras config, or a regularizer. */
export type RegularizerIdentifier = RegularizerName | (string & {}) | ConfigObject | Regularizer;

/**
 * Finds a regularizer by Keras's name (`'l2'`, with its default factor), builds it from a Keras config, or passes an
 * instance through. Throws on an unknown name, with near names.
 *
 * @example
 * getRegularizer('l2').getConfig(); // { l2: 0.01 }
 */
export function getRegularizer(identifier: RegularizerIdentifier): Regularizer {
  return regularizers.get(identifier);
}
