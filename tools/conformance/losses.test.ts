import { useBackend } from '@tenlab/core';
import { beforeAll, expect, test } from 'vitest';
import golden from '../../packages/layers/src/losses/losses.golden.json';
import { judge } from './judge';
import { type GoldenLoss, runLossCase } from './losses';

beforeAll(async () => {
  await useBackend('cpu');
});

const good = golden.cases[0] as unknown as GoldenLoss;

test('passes a case as Keras answered it', async () => {
  expect(judge(await runLossCase(good)).reason).toBe('');
});

test('fails a case that says otherwise', async () => {
  const wrong = { ...good, value: good.y_true } as GoldenLoss;
  expect(judge(await runLossCase(wrong)).passed).toBe(false);
});
