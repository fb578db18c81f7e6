import { useBackend } from '@tenlab/core';
import { beforeAll, expect, test } from 'vitest';
import golden from '../../packages/layers/src/regularizers/regularizers.golden.json';
import { judge } from './judge';
import { type GoldenRegularizer, runRegularizerCase } from './regularizers';

beforeAll(async () => {
  await useBackend('cpu');
});

const good = golden.cases[0] as unknown as GoldenRegularizer;

test('passes a case as Keras answered it', async () => {
  expect(judge(await runRegularizerCase(good)).reason).toBe('');
});

test('fails a case that says otherwise', async () => {
  const wrong = { ...good, value: good.value * 1.001 } as GoldenRegularizer;
  expect(judge(await runRegularizerCase(wrong)).passed).toBe(false);
});
