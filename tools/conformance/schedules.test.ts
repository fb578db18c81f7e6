import { useBackend } from '@tenlab/core';
import { beforeAll, expect, test } from 'vitest';
import golden from '../../packages/layers/src/schedules/schedules.golden.json';
import { judge } from './judge';
import { type GoldenSchedule, runScheduleCase } from './schedules';

beforeAll(async () => {
  await useBackend('cpu');
});

const good = golden.cases[0] as unknown as GoldenSchedule;

test('passes a case as Keras answered it', async () => {
  expect(judge(await runScheduleCase(good)).reason).toBe('');
});

test('fails a case that says otherwise', async () => {
  const wrong = { ...good, values: good.values.map((value) => value * 1.001) } as GoldenSchedule;
  expect(judge(await runScheduleCase(wrong)).passed).toBe(false);
});
