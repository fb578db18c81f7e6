import { useBackend } from '@tenlab/core';
import { beforeAll, expect, test } from 'vitest';
import golden from '../../packages/layers/src/metrics/metrics.golden.json';
import { judge } from './judge';
import { type GoldenMetric, runMetricCase } from './metrics';

beforeAll(async () => {
  await useBackend('cpu');
});

const good = golden.cases[0] as unknown as GoldenMetric;

test('passes a case as Keras answered it', async () => {
  expect(judge(await runMetricCase(good)).reason).toBe('');
});

test('fails a case that says otherwise', async () => {
  const wrong = { ...good, results: [...good.results].reverse() } as GoldenMetric;
  expect(judge(await runMetricCase(wrong)).passed).toBe(false);
});
