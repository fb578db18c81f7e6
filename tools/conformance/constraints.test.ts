import { useBackend } from '@tenlab/core';
import { beforeAll, expect, test } from 'vitest';
import golden from '../../packages/layers/src/constraints/constraints.golden.json';
import { type GoldenConstraint, runConstraintCase } from './constraints';
import { judge } from './judge';

beforeAll(async () => {
  await useBackend('cpu');
});

const good = golden.cases[0] as unknown as GoldenConstraint;

test('passes a case as Keras answered it', async () => {
  expect(judge(await runConstraintCase(good)).reason).toBe('');
});

test('fails a case that says otherwise', async () => {
  const wrong = { ...good, output: { ...good.output, shape: [good.output.shape[0]!, 1] } };
  await expect(runConstraintCase(wrong).then(judge)).resolves.toMatchObject({ passed: false });
});
