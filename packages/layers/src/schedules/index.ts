import type { ConfigObject } from '../registry/config';
import { Registry } from '../registry/registry';
import { ExponentialDecay } from './exponential-decay';
import type { LearningRateSchedule } from './learning-rate-schedule';

export { ExponentialDecay, type ExponentialDecayOptions } from './exponential-decay';
export { LearningRateSchedule } from './learning-rate-schedule';
export { serializeSchedule } from './serialize-schedule';

const schedules = new Registry<LearningRateSchedule>('learning rate schedule', [ExponentialDecay]);

/**
 * Builds a schedule from a Keras config, or passes an instance through. Throws on an unknown class, with near names.
 *
 * @example
 * getSchedule({ class_name: 'ExponentialDecay', config: { initial_learning_rate: 0.1, decay_steps: 10, decay_rate: 0.5 } });
 */
export function getSchedule(identifier: ConfigObject | LearningRateSchedule): LearningRateSchedule {
  return schedules.get(identifier);
}
