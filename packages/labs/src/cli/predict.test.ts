import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveWeights } from '@tenlab/checkpoint';
import { setSeed, useBackend } from '@tenlab/core';
import { expect, it } from 'vitest';
import { digitsNetwork } from '../labs/01-mnist-digits/network';
import { captured } from '../testing/captured';
import { greyPng, testDigits } from '../testing/test-digits';
import { predict } from './predict';
import { Screen } from './screen';

const folder = await mkdtemp(join(tmpdir(), 'tenlab-predict-'));
const image = join(folder, 'digit.png');
await writeFile(image, greyPng(testDigits(1).images[0]!));

it('reads a drawing with the weights of a run, and shows ten bars', async () => {
  await useBackend('cpu');
  setSeed(1);
  await saveWeights(digitsNetwork(), join(folder, 'weights.safetensors'));
  const { result, out } = await captured(() => predict('mnist-digits', { image, weights: folder }, new Screen()));
  expect(result).toBe(0);
  expect(out).toContain('drawn light on dark');
  expect(out.match(/^ {2}\d [█▏▎▍▌▋▊▉ ]{40} +\d+\.\d %$/gm)).toHaveLength(10);
  expect(out).toMatch(/It reads \d, with \d+\.\d %\.\n$/);
});

it.each([
  [{ image: join(folder, 'nowhere.png') }, 'file-unreadable'],
  [{ image: folder }, 'file-unreadable'],
  [{ image, weights: join(folder, 'nowhere') }, 'file-unreadable'],
])('refuses %j', async (flags, code) => {
  await expect(predict('mnist-digits', flags, new Screen())).rejects.toMatchObject({ code });
});

it('asks for a run where there is none', async () => {
  const before = process.cwd();
  process.chdir(await mkdtemp(join(tmpdir(), 'tenlab-empty-')));
  try {
    await expect(predict('mnist-digits', { image }, new Screen())).rejects.toMatchObject({ code: 'no-weights' });
  } finally {
    process.chdir(before);
  }
});
