import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { loadPictures } from './pictures-data';

const homes: string[] = [];
/** A home of Keras of its own; with a CIFAR-10 of so many pictures in each of its six files. */
async function kerasHome(pictures?: number): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'tenlab-keras-'));
  homes.push(home);
  vi.stubEnv('KERAS_HOME', home);
  if (pictures === undefined) return;
  const folder = join(home, 'datasets', 'cifar-10-batches-bin');
  await mkdir(folder, { recursive: true });
  const bytes = Uint8Array.from({ length: 3073 * pictures }, (_, at) => (at % 3073 === 0 ? (at / 3073) % 10 : 51));
  const names = [1, 2, 3, 4, 5].map((part) => `data_batch_${part}`);
  for (const name of [...names, 'test_batch']) await writeFile(join(folder, `${name}.bin`), bytes);
}

afterEach(async () => {
  vi.unstubAllEnvs();
  for (const home of homes.splice(0)) await rm(home, { recursive: true });
});

it('takes CIFAR-10 where it is on this machine', async () => {
  await kerasHome(12);
  const { name, shape, counts, x, classNames } = await loadPictures({ offline: true }, 30);
  expect([name, shape, counts, classNames[0]]).toEqual(['cifar10', [32, 32, 3], { train: 30, test: 10 }, 'airplane']);
  expect(x.train.shape).toEqual([30, 32, 32, 3]);
  expect(x.train.data[0]).toBeCloseTo(0.2, 6);
});

it('takes Fashion-MNIST where there is no CIFAR-10, and in a page', async () => {
  await kerasHome();
  const { name, shape, counts } = await loadPictures({ offline: true }, 30);
  expect([name, shape, counts]).toEqual(['fashion-mnist', [28, 28, 1], { train: 30, test: 10 }]);
});

it('does not hide that a file of CIFAR-10 is damaged', async () => {
  await kerasHome(12);
  await writeFile(join(homes[0]!, 'datasets', 'cifar-10-batches-bin', 'data_batch_3.bin'), new Uint8Array(7));
  await expect(loadPictures({ offline: true })).rejects.toThrow('data_batch_3.bin');
});
