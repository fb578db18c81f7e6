import { useBackend } from '@tenlab/core';
import { beforeAll, describe, test } from 'vitest';
import { getSchedule } from './get-schedule';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('get-schedule', () => {
  test('prints what the documentation of getSchedule says', () => {
    getSchedule({
      class_name: 'ExponentialDecay',
      config: { initial_learning_rate: 0.1, decay_steps: 10, decay_rate: 0.5 },
    });
  });
});
