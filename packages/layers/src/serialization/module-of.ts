import { Constraint } from '../constraints/constraint';
import { Initializer } from '../initializers/initializer';
import { Loss } from '../losses/loss';
import { Metric } from '../metrics/metric';
import { Optimizer } from '../optimizers/optimizer';
import { Regularizer } from '../regularizers/regularizer';
import { LearningRateSchedule } from '../schedules/learning-rate-schedule';

/** The base classes whose members live in one module of Keras. */
const FAMILIES: readonly (readonly [abstract new (...options: never) => object, string])[] = [
  [Initializer, 'keras.initializers'],
  [Regularizer, 'keras.regularizers'],
  [Constraint, 'keras.constraints'],
  [Loss, 'keras.losses'],
  [Metric, 'keras.metrics'],
  [Optimizer, 'keras.optimizers'],
  [LearningRateSchedule, 'keras.optimizers.schedules'],
];

/** Keras's module of an object's class, and the name it is registered under when it is not one of Keras's own. */
export function moduleOf(value: object): { module: string | null; registeredName: string | null } {
  const kind = value.constructor as { name: string; module?: string; className?: string; registeredName?: string };
  if (!Object.hasOwn(kind, 'className')) return { module: null, registeredName: kind.name };
  const registeredName = kind.registeredName ?? null;
  if (kind.module !== undefined) return { module: kind.module, registeredName };
  const family = FAMILIES.find(([base]) => value instanceof base);
  return family ? { module: family[1], registeredName } : { module: null, registeredName: kind.className ?? null };
}
