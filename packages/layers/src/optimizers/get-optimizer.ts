import type { ConfigObject } from '../registry/config';
import { Registry } from '../registry/registry';
import { Adadelta } from './adadelta';
import { Adafactor } from './adafactor';
import { Adagrad } from './adagrad';
import { Adam } from './adam';
import { Adamax } from './adamax';
import { AdamW } from './adamw';
import { Ftrl } from './ftrl';
import { Lamb } from './lamb';
import { Lion } from './lion';
import { Lookahead } from './lookahead';
import { LossScaleOptimizer } from './loss-scale-optimizer';
import { MultiOptimizer } from './multi-optimizer';
import { Muon } from './muon';
import { Nadam } from './nadam';
import type { Optimizer } from './optimizer';
import { RMSprop } from './rmsprop';
import { ScheduleFreeAdamW } from './schedule-free-adamw';
import { SGD } from './sgd';

/** The names an editor completes; any other spelling Keras knows works too. */
export type OptimizerName =
  | 'sgd'
  | 'rmsprop'
  | 'adam'
  | 'adamw'
  | 'adagrad'
  | 'adadelta'
  | 'adamax'
  | 'nadam'
  | 'adafactor'
  | 'ftrl'
  | 'lamb'
  | 'lion'
  | 'muon'
  | 'schedulefreeadamw';

/** A name, a Keras config, or an optimizer. */
export type OptimizerIdentifier = OptimizerName | (string & {}) | ConfigObject | Optimizer;

let registry: Registry<Optimizer> | undefined;

/**
 * Finds an optimizer by Keras's name (`'adam'`, with its defaults), builds it from a Keras config, or passes an instance
 * through. Throws on an unknown name, with near names.
 *
 * @example
 * getOptimizer('adam').learningRate; // 0.001 (as float32)
 */
export function getOptimizer(identifier: OptimizerIdentifier): Optimizer {
  // Made on the first call: optimizers that hold others read them from here, so the modules import each other.
  registry ??= new Registry<Optimizer>('optimizer', [
    SGD,
    RMSprop,
    Adagrad,
    Adadelta,
    Adam,
    AdamW,
    Adamax,
    Nadam,
    Ftrl,
    Lion,
    Lamb,
    Adafactor,
    Muon,
    ScheduleFreeAdamW,
    LossScaleOptimizer,
    MultiOptimizer,
    Lookahead,
  ]);
  return registry.get(identifier);
}
