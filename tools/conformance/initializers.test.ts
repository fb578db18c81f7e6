import { useBackend } from '@tenlab/core';
import { beforeAll, expect, test } from 'vitest';
import golden from '../../packages/layers/src/initializers/initializers.golden.json';
import { type GoldenInitializer, runInitializerCase } from './initializers';
import { judge } from './judge';

beforeAll(async () => {
  await useBackend('cpu');
});

const good = golden.cases[0] as unknown as GoldenInitializer;

test('passes a case as Keras answered it', async () => {
  expect(judge(await runInitializerCase(good)).reason).toBe('');
});

test('fails a case that says otherwise', async () => {
  const wrong = { ...good, shape: [...good.shape, 2] } as GoldenInitializer;
  expect(judge(await runInitializerCase(wrong)).passed).toBe(false);
});
