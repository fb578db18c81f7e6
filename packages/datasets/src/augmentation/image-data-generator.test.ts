import { rmSync } from 'node:fs';
import { decode } from 'fast-png';
import { afterAll, describe, expect, it } from 'vitest';
import { expectResumable } from '../testing/expect-resumable';
import { imageFiles } from '../testing/image-files';
import { ImageDataGenerator } from './image-data-generator';

const folder = imageFiles({ cat: 3, dog: 2 }, [4, 4]);
afterAll(() => rmSync(folder, { recursive: true }));

const images = { data: Uint8Array.from({ length: 5 * 16 }, (_, index) => index * 3), shape: [5, 4, 4, 1] };
const labels = Uint8Array.of(0, 1, 2, 3, 4);
const course = {
  rescale: 1 / 255,
  rotationRange: 40,
  widthShiftRange: 0.2,
  heightShiftRange: 0.2,
  shearRange: 0.2,
  zoomRange: 0.2,
  horizontalFlip: true,
  fillMode: 'nearest',
} as const;

describe('ImageDataGenerator.flow', () => {
  it('hands on images as they are where nothing is asked for', async () => {
    const [[x, y]] = (await new ImageDataGenerator().flow(images, labels, { shuffle: false }).toArray()) as never as [
      [{ data: Float32Array; shape: number[] }, { data: Float32Array }],
    ];
    expect(x).toEqual({ data: Float32Array.from(images.data), shape: [5, 4, 4, 1] });
    expect(y.data).toEqual(Float32Array.from(labels));
  });

  it('changes them anew in each pass, within their values', async () => {
    const batches = new ImageDataGenerator(course).flow(images, labels, { batchSize: 2, seed: 1 });
    const [first, second] = [await batches.toArray(), await batches.toArray()];
    expect(first.map(([x]) => x.shape)).toEqual([
      [2, 4, 4, 1],
      [2, 4, 4, 1],
      [1, 4, 4, 1],
    ]);
    expect(first).not.toEqual(second);
    for (const [x] of first) for (const value of x.data) expect(value >= 0 && value <= 1).toBe(true);
    expect(first.flatMap(([, y]) => [...y.data]).sort()).toEqual([0, 1, 2, 3, 4]);
  });

  it('goes on exactly where it was', () =>
    expectResumable(() => new ImageDataGenerator(course).flow(images, labels, { batchSize: 2, seed: 1 })));

  it('makes images brighter within a range, and refuses one that is none', async () => {
    const bright = new ImageDataGenerator({ brightnessRange: [2, 2] }).flow(images, labels, { shuffle: false });
    const [[x]] = (await bright.toArray()) as never as [[{ data: Float32Array }]];
    expect(x.data).toEqual(Float32Array.from(images.data, (value) => Math.min(255, 2 * value)));
    expect(() => new ImageDataGenerator({ brightnessRange: [1.2, 0.8] })).toThrow('[least, most]');
  });

  it('refuses images without channels', () => {
    expect(() => new ImageDataGenerator().flow({ data: images.data, shape: [5, 4, 4] }, labels)).toThrow(
      '`x` of shape [images, height, width, channels]. Received: [5, 4, 4]',
    );
  });
});

describe('ImageDataGenerator.flowFromDirectory', () => {
  const options = { targetSize: [4, 4], colorMode: 'grayscale', batchSize: 5, shuffle: false } as const;

  it.each([
    ['categorical', [1, 0, 1, 0, 1, 0, 0, 1, 0, 1], [5, 2]],
    ['binary', [0, 0, 0, 1, 1], [5]],
    ['sparse', [0, 0, 0, 1, 1], [5]],
  ] as const)('hands on labels as %s', async (classMode, data, shape) => {
    const { batches, classNames } = await new ImageDataGenerator({ rescale: 1 / 2 }).flowFromDirectory(folder, {
      ...options,
      classMode,
    });
    const [[x, y]] = (await batches.toArray()) as never as [[{ data: Float32Array; shape: number[] }, unknown]];
    expect(classNames).toEqual(['cat', 'dog']);
    expect(y).toEqual({ data: Float32Array.from(data), shape });
    expect(x.shape).toEqual([5, 4, 4, 1]);
    expect(x.data[64]).toBe(2);
  });

  it('refuses what does not fit', async () => {
    const generator = new ImageDataGenerator();
    await expect(generator.flowFromDirectory(folder, { classMode: 'binary', classes: ['cat'] })).rejects.toThrow(
      'two classes',
    );
    // @ts-expect-error: an option that does not exist
    await expect(generator.flowFromDirectory(folder, { size: 3 })).rejects.toThrow('no option `size` exists');
  });
});

describe('ImageDataGenerator', () => {
  it('shows what it does on a sheet, the original first', async () => {
    const image = {
      data: Uint8Array.from({ length: 16 }, (_, index) => index * 16),
      shape: [4, 4, 1] as [number, number, number],
    };
    const png = decode(await new ImageDataGenerator(course).preview(image, { count: 6, columns: 3 }));
    expect([png.width, png.height]).toEqual([3 * 6 + 2, 2 * 6 + 2]);
    const red = (x: number, y: number) => png.data[(y * png.width + x) * 3];
    expect([red(2, 2), red(3, 2), red(2, 3)]).toEqual([0, 16, 64]);
  });

  it.each([
    [{ rotationRange: -1 }, '`rotationRange` to be a number from 0. Received: -1'],
    [{ fillMode: 'mirror' }, "'constant', 'nearest', 'reflect', 'wrap'"],
    [{ brightnesRange: [0, 1] }, 'no option `brightnesRange` exists'],
  ])('refuses %j', (options, message) => {
    expect(() => new ImageDataGenerator(options as never)).toThrow(message);
  });
});
