import { expect, test } from 'vitest';
import { InverseTimeDecay } from './inverse-time-decay';
import { serializeSchedule } from './serialize-schedule';

test('writes a schedule as Keras does inside an optimizer', () => {
  const schedule = new InverseTimeDecay({ initialLearningRate: 0.5, decaySteps: 3, decayRate: 2 });
  expect(serializeSchedule(schedule)).toEqual({
    module: 'keras.optimizers.schedules',
    class_name: 'InverseTimeDecay',
    config: { initial_learning_rate: 0.5, decay_steps: 3, decay_rate: 2, staircase: false, name: 'InverseTimeDecay' },
    registered_name: null,
  });
});
