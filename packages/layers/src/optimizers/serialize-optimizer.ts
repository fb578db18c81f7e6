import { classNameOf } from '../registry/class-name';
import type { ConfigObject } from '../registry/config';
import type { Optimizer } from './optimizer';

/** The optimizer as Keras writes it inside another one's config, or a model's. */
export function serializeOptimizer(optimizer: Optimizer): ConfigObject {
  return {
    module: 'keras.optimizers',
    class_name: classNameOf(optimizer),
    config: optimizer.getConfig(),
    registered_name: null,
  };
}
