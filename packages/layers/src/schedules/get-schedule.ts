import type { ConfigObject } from '../registry/config';
import { Registry } from '../registry/registry';
import { CosineDecay } from './cosine-decay';
import { CosineDecayRestarts } from './cosine-decay-restarts';
import { ExponentialDecay } from './exponential-decay';
import { InverseTimeDecay } from './inverse-time-decay';
import type { LearningRateSchedule } from './learning-rate-schedule';
import { OneCycle } from './one-cycle';
import { PiecewiseConstantDecay } from './piecewise-constant-decay';
import { PolynomialDecay } from './polynomial-decay';
import { Warmup } from './warmup';

let registry: Registry<LearningRateSchedule> | undefined;

/**
 * Builds a schedule from a Keras config, or passes an instance through. Throws on an unknown class, with near names.
 *
 * @example
 * getSchedule({ class_name: 'ExponentialDecay', config: { initial_learning_rate: 0.1, decay_steps: 10, decay_rate: 0.5 } });
 */
export function getSchedule(identifier: ConfigObject | LearningRateSchedule): LearningRateSchedule {
  // Made on the first call: `Warmup` reads the schedule it wraps from here, so the two modules import each other.
  registry ??= new Registry<LearningRateSchedule>('learning rate schedule', [
    ExponentialDecay,
    InverseTimeDecay,
    PolynomialDecay,
    PiecewiseConstantDecay,
    CosineDecay,
    CosineDecayRestarts,
    Warmup,
    OneCycle,
  ]);
  return registry.get(identifier);
}
