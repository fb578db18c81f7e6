import { useBackend } from '@tenlab/core';
import { beforeAll, expect, test } from 'vitest';
import * as api from './index';

beforeAll(async () => {
  await useBackend('cpu');
});

test('exports exactly what is meant to be public', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "CosineDecay",
      "CosineDecayRestarts",
      "ExponentialDecay",
      "InverseTimeDecay",
      "LearningRateSchedule",
      "OneCycle",
      "PiecewiseConstantDecay",
      "PolynomialDecay",
      "Warmup",
      "getSchedule",
      "serializeSchedule",
    ]
  `);
});

test('builds schedules within schedules from their configs', () => {
  const after = new api.CosineDecay({ initialLearningRate: 1, decaySteps: 10 });
  const schedule = new api.Warmup({ after, warmupSteps: 5 });
  const again = api.getSchedule(api.serializeSchedule(schedule));
  expect(again.values([0, 4, 5, 10, 15])).toEqual(schedule.values([0, 4, 5, 10, 15]));
});

test('names near names for a misspelt class', () => {
  const config = { class_name: 'CosinDecay', config: {} };
  expect(() => api.getSchedule(config)).toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: the name of a known learning rate schedule. Received: 'CosinDecay'. Did you mean 'CosineDecay'?]`,
  );
});
