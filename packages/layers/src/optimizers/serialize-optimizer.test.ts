import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { ExponentialDecay } from '../schedules/exponential-decay';
import { Adam } from './adam';
import { getOptimizer } from './get-optimizer';
import { serializeOptimizer } from './serialize-optimizer';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('serializeOptimizer', () => {
  test('writes what getOptimizer reads, schedules included', () => {
    const schedule = new ExponentialDecay({ initialLearningRate: 0.5, decaySteps: 10, decayRate: 0.9 });
    const written = serializeOptimizer(new Adam({ learningRate: schedule, amsgrad: true }));
    expect(written.config.learning_rate).toMatchObject({ class_name: 'ExponentialDecay' });
    expect(serializeOptimizer(getOptimizer(written))).toEqual(written);
  });
});
