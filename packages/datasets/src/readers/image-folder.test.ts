import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { needs } from '@tenlab/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { imageWorkerPath } from '../images/worker-path';
import { expectResumable } from '../testing/expect-resumable';
import { imageFiles } from '../testing/image-files';
import { imageFolder } from './image-folder';

const folder = imageFiles({ cat: 3, dog: 4 });
afterAll(() => rmSync(folder, { recursive: true }));

const options = { imageSize: [2, 3], colorMode: 'grayscale', seed: 1 } as const;
const firstOf = ([image, label]: [{ data: Uint8Array }, number]) => [image.data[0], label];

describe('imageFolder', () => {
  it('gives images with their labels', async () => {
    const { dataset, classNames, files } = await imageFolder(folder, { ...options, shuffle: false });
    const examples = await dataset.toArray();
    expect([classNames, files.length, dataset.size]).toEqual([['cat', 'dog'], 7, 7]);
    expect(examples[0]![0].shape).toEqual([2, 3, 1]);
    expect(examples.map(firstOf)).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
      [3, 1],
      [4, 1],
      [5, 1],
      [6, 1],
    ]);
  });

  it('has another order in each pass, the same for the same seed', async () => {
    const { dataset } = await imageFolder(folder, options);
    const passes = [(await dataset.toArray()).map(firstOf), (await dataset.toArray()).map(firstOf)];
    expect(passes[0]).not.toEqual(passes[1]);
    expect([...passes[0]!].sort()).toEqual([...passes[1]!].sort());
    const again = (await imageFolder(folder, options)).dataset;
    expect((await again.toArray()).map(firstOf)).toEqual(passes[0]);
  });

  it('divides into training and validation', async () => {
    const part = async (subset: 'training' | 'validation') =>
      (await (await imageFolder(folder, { ...options, validationSplit: 0.3, subset })).dataset.toArray()).map(
        ([{ data }]) => data[0],
      );
    expect([...(await part('training')), ...(await part('validation'))].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('brings images to the size of Keras by itself, in colour', async () => {
    const { dataset } = await imageFolder(folder, { seed: 1 });
    expect((await dataset.take(1).toArray())[0]![0].shape).toEqual([256, 256, 3]);
  });

  it('goes on exactly where it was', () => expectResumable(async () => (await imageFolder(folder, options)).dataset));

  it('refuses options that do not exist', async () => {
    // @ts-expect-error: an option that does not exist
    await expect(imageFolder(folder, { size: [1, 1] })).rejects.toThrow('no option `size` exists');
    // @ts-expect-error: a choice that does not exist
    await expect(imageFolder(folder, { colorMode: 'grey' })).rejects.toThrow("'grayscale', 'rgb', 'rgba'");
  });
});

needs({ path: imageWorkerPath(), what: 'the built image threads (run `pnpm build`)' })('imageFolder on threads', () => {
  it('gives the same as on this thread', async () => {
    expect(existsSync(imageWorkerPath())).toBe(true);
    const here = await (await imageFolder(folder, options)).dataset.toArray();
    expect(await (await imageFolder(folder, { ...options, workers: 2 })).dataset.toArray()).toEqual(here);
  });

  it('names a damaged file when its turn comes', async () => {
    const other = imageFiles({ cat: 2 });
    writeFileSync(join(other, 'cat', '001.png'), 'no image');
    const { dataset } = await imageFolder(other, { ...options, shuffle: false, workers: 1 });
    await expect(dataset.toArray()).rejects.toThrow('001.png');
    rmSync(other, { recursive: true });
  });
});
