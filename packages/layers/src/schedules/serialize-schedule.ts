import { classNameOf } from '../registry/class-name';
import type { ConfigObject } from '../registry/config';
import type { LearningRateSchedule } from './learning-rate-schedule';

/** The schedule as Keras writes it inside an optimizer's config. */
export function serializeSchedule(schedule: LearningRateSchedule): ConfigObject {
  return {
    module: 'keras.optimizers.schedules',
    class_name: classNameOf(schedule),
    config: schedule.getConfig(),
    registered_name: null,
  };
}
