import { useBackend } from '@tenlab/core';
import { beforeAll, expect, test } from 'vitest';
import golden from '../../packages/layers/src/activations/activations.golden.json';
import { type GoldenFunction, runFunctionCase } from './functions';
import { judge } from './judge';

beforeAll(async () => {
  await useBackend('cpu');
});

const good = golden.cases[0] as unknown as GoldenFunction;

test('passes a case as Keras answered it', async () => {
  expect(judge(await runFunctionCase(good)).reason).toBe('');
});

test('fails a case that says otherwise', async () => {
  const wrong = { ...good, output: good.inputs[0] } as GoldenFunction;
  expect(judge(await runFunctionCase(wrong)).passed).toBe(false);
});
