import { encodeWeights, loadWeights } from '@tenlab/checkpoint';
import { setSeed, useBackend } from '@tenlab/core';
import type { Model } from '@tenlab/layers';
import { beforeAll, expect, it } from 'vitest';
import type { Work } from '../../exercises/grade';
import { mistakeOf } from '../../testing/mistake-of';
import { exercise } from './grading';
import { digitsNetwork } from './network';
import * as solution from './solution';

beforeAll(async () => {
  await useBackend('wasm');
  setSeed(1);
});

const improved = (losses: number[], is: (loss: number, before: number[]) => boolean) =>
  losses.flatMap((loss, index) => (is(loss, losses.slice(0, index)) ? [index + 1] : []));

it.each<[string, string, Work]>([
  ['name', 'counted-from-zero', { checkpointName: (epoch: number) => solution.checkpointName(epoch - 1) }],
  ['name', 'not-padded', { checkpointName: (epoch: number) => `cp-${epoch + 1}.ckpt` }],
  ['name', 'wrong-name', { checkpointName: () => 'cp.ckpt' }],
  ['newest', 'sorted-as-text', { newest: (names: string[]) => [...names].sort().at(-1) }],
  ['newest', 'last-not-newest', { newest: (names: string[]) => names.at(-1) }],
  ['newest', 'wrong-newest', { newest: () => 'checkpoint' }],
  [
    'best',
    'better-than-last',
    {
      savedEpochs: (losses: number[]) =>
        improved(losses, (loss, before) => loss < (before.at(-1) ?? Number.POSITIVE_INFINITY)),
    },
  ],
  ['best', 'first-forgotten', { savedEpochs: (losses: number[]) => solution.savedEpochs(losses).slice(1) }],
  [
    'best',
    'equal-saved',
    { savedEpochs: (losses: number[]) => improved(losses, (loss, before) => before.every((one) => loss <= one)) },
  ],
  [
    'best',
    'counted-from-zero',
    { savedEpochs: (losses: number[]) => solution.savedEpochs(losses).map((epoch) => epoch - 1) },
  ],
  ['best', 'wrong-epochs', { savedEpochs: () => [6] }],
  ['weights', 'wrong-way-round', { copyWeights: (model: Model, other: Model) => solution.copyWeights(other, model) }],
  ['weights', 'nothing-copied', { copyWeights: async (model: Model) => void (await encodeWeights(model)) }],
  [
    'weights',
    'other-weights',
    {
      copyWeights: async (_: Model, other: Model) =>
        void (await loadWeights(other, await encodeWeights(digitsNetwork()))),
    },
  ],
  ['weights', 'missing-function', { copyWeights: undefined }],
  ['model', 'same-model', { copyModel: (model: Model) => model }],
  ['model', 'weights-lost', { copyModel: () => digitsNetwork() }],
  ['model', 'not-a-model', { copyModel: () => new Uint8Array(3) }],
])('at %s names %s', async (step, id, changed) => {
  expect(await mistakeOf(exercise, solution, changed)).toEqual([step, id]);
});
