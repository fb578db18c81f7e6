import { useBackend } from '@tenlab/core';
import { beforeAll, expect, test } from 'vitest';
import golden from '../../packages/layers/src/optimizers/optimizers.golden.json';
import { judge } from './judge';
import { type GoldenOptimizer, runOptimizerCase } from './optimizers';

beforeAll(async () => {
  await useBackend('cpu');
});

const good = golden.cases[0] as unknown as GoldenOptimizer;

test('passes a case as Keras answered it', async () => {
  expect(judge(await runOptimizerCase(good)).reason).toBe('');
});

test('fails a case that says otherwise', async () => {
  const wrong = { ...good, after: [...good.after].reverse() } as GoldenOptimizer;
  expect(judge(await runOptimizerCase(wrong)).passed).toBe(false);
});
