import { Loss } from '../losses/loss';
import { Metric } from '../metrics/metric';
import { Optimizer } from '../optimizers/optimizer';
import { LearningRateSchedule } from '../schedules/learning-rate-schedule';

/** Keras's module of an object's class, and the name it is registered under when it is not one of Keras's own. */
export function moduleOf(value: object): { module: string | null; registeredName: string | null } {
  const constructor = value.constructor as {
    name: string;
    module?: string;
    className?: string;
    registeredName?: string;
  };
  if (!Object.hasOwn(constructor, 'className')) return { module: null, registeredName: constructor.name };
  const registeredName = constructor.registeredName ?? null;
  if (constructor.module !== undefined) return { module: constructor.module, registeredName };
  if (value instanceof Loss) return { module: 'keras.losses', registeredName };
  if (value instanceof Metric) return { module: 'keras.metrics', registeredName };
  if (value instanceof Optimizer) return { module: 'keras.optimizers', registeredName };
  if (value instanceof LearningRateSchedule) return { module: 'keras.optimizers.schedules', registeredName };
  return { module: null, registeredName: constructor.className ?? null };
}
