import { sha256OfWeights } from '@tenlab/checkpoint';
import { useBackend } from '@tenlab/core';
import { Dense, Sequential } from '@tenlab/layers';
import { beforeAll, expect, it } from 'vitest';
import { modelsOf, nameOf, sha256OfNet } from './models-of';

beforeAll(async () => {
  await useBackend('cpu');
});
const model = (units: number) => new Sequential([new Dense({ units, inputShape: [2], kernelInitializer: 'ones' })]);

it('names one model `weights`, and several by their own names', () => {
  expect(modelsOf(model(1)).map(([name]) => name)).toEqual(['weights']);
  expect(modelsOf({ small: model(1), big: model(2) }).map(([name]) => name)).toEqual(['weights-small', 'weights-big']);
});

it('gives one model its own checksum, several one of all, and none for no model', async () => {
  const small = model(1);
  expect(await sha256OfNet(small)).toBe(await sha256OfWeights(small));
  const both = await sha256OfNet({ small, big: model(2) });
  expect(both).toMatch(/^[0-9a-f]{64}$/);
  expect(await sha256OfNet({ small, big: model(3) })).not.toBe(both);
  expect(await sha256OfNet({})).toBeNull();
});

it('knows what a lab calls each of several models, and that one alone needs no name', () => {
  const [small, big] = [1, 2].map(() => new Sequential([new Dense({ units: 1, inputShape: [1] })]));
  expect(nameOf({ small: small!, big: big! }, big)).toBe('big');
  expect([nameOf({ small: small! }, small), nameOf(small, small), nameOf(undefined, small)]).toEqual(
    new Array(3).fill(undefined),
  );
  expect(nameOf({ small: small!, big: big! }, undefined)).toBeUndefined();
});
