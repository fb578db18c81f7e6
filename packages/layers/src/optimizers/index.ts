import type { ConfigObject } from '../registry/config';
import { Registry } from '../registry/registry';
import { Adam } from './adam';
import type { Optimizer } from './optimizer';
import { SGD } from './sgd';

export { Adam, type AdamOptions } from './adam';
export { Optimizer } from './optimizer';
export type { LearningRate, OptimizerOptions } from './optimizer-options';
export { SGD, type SGDOptions } from './sgd';

const optimizers = new Registry<Optimizer>('optimizer', [SGD, Adam]);

/**
 * Finds an optimizer by Keras's name (`'adam'`, with its defaults), builds it from a Keras config, or passes an instance
 * through. Throws on an unknown name, with near names.
 *
 * @example
 * getOptimizer('adam').learningRate; // 0.001 (as float32)
 */
export function getOptimizer(identifier: string | ConfigObject | Optimizer): Optimizer {
  return optimizers.get(identifier);
}
