import { checkChoice, checkOptions, deriveSeed, TenlabError } from '@tenlab/core';
import type { ArrayData } from '@tenlab/layers';
import { type ArrayLike1, lengthOf } from '../elements/element-at';
import type { ColorMode, ImageValues } from '../images/image-values';
import type { Interpolation } from '../images/resize';
import { Dataset } from '../pipeline/dataset';
import { type ImageFolder, openImageFolder } from '../readers/image-folder';
import { type AugmentOptions, augmentImage } from './augment';
import { encodeSheet } from './encode-sheet';
import type { FillMode } from './fill';

/** How far images may be changed by chance. */
export interface ImageDataGeneratorOptions {
  /** Degrees, either way. Default 0. */
  rotationRange?: number;
  /** Below 1 a share of the width, else pixels; either way. Default 0. */
  widthShiftRange?: number;
  /** Below 1 a share of the height, else pixels; either way. Default 0. */
  heightShiftRange?: number;
  /** Degrees, either way. Default 0. */
  shearRange?: number;
  /** One number z stands for [1 - z, 1 + z]; below 1 zooms in. Default 0. */
  zoomRange?: number | readonly [least: number, most: number];
  /** Added to all values, either way. Default 0. */
  channelShiftRange?: number;
  /** What values from 0 to 255 are multiplied with: below 1 darkens. Default: nothing. */
  brightnessRange?: readonly [least: number, most: number];
  /** Mirror half of the images. Default false. */
  horizontalFlip?: boolean;
  /** Turn half of the images upside down. Default false. */
  verticalFlip?: boolean;
  /** What is put beyond the edge. Default 'nearest'. */
  fillMode?: FillMode;
  /** The constant of that fill mode. Default 0. */
  cval?: number;
  /** What every value is multiplied with at the end. Default 1. */
  rescale?: number;
}

/** How images are handed on. */
export interface FlowOptions {
  /** Default 32. */
  batchSize?: number;
  /** Default true. */
  shuffle?: boolean;
  /** What order and changes depend on. Default: the next seed derived from the global one. */
  seed?: number;
}

/** How the images of a folder are handed on. */
export interface FlowFromDirectoryOptions extends FlowOptions {
  /** Default [256, 256]. */
  targetSize?: readonly [height: number, width: number];
  /** Default 'rgb'. */
  colorMode?: ColorMode;
  /** The classes to take, in this order. Default: all folders, by name. */
  classes?: readonly string[];
  /** Labels as one-hot rows, as 0 or 1, or as numbers. Default 'categorical'. */
  classMode?: 'categorical' | 'binary' | 'sparse';
  /** Default 'nearest'. */
  interpolation?: Interpolation;
  /** The share kept for validation, and which part is wanted. */
  validationSplit?: number;
  subset?: 'training' | 'validation';
  /** Threads that read, decode and change. Default 0: this one does. */
  workers?: number;
}

/** Batches of images with their labels. */
export type ImageBatches = Dataset<[{ data: Float32Array; shape: number[] }, { data: Float32Array; shape: number[] }]>;

const places = ['rotationRange', 'widthShiftRange', 'heightShiftRange', 'shearRange', 'channelShiftRange'] as const;
const names = [
  ...places,
  'zoomRange',
  'brightnessRange',
  'horizontalFlip',
  'verticalFlip',
  'fillMode',
  'cval',
  'rescale',
];

/**
 * Images changed by chance, each time anew: turned, shifted, sheared, zoomed, mirrored, so that a model sees more than there is. Keras:
 * `ImageDataGenerator`, whose transformations these are, number by number.
 *
 * `x' = rescale * flip(shift(x[rotation * shift * shear * zoom]))`, each about the middle of the image.
 *
 * @throws TenlabError for an unknown option, a negative range, an unknown fill mode
 *
 * @example
 * const generator = new ImageDataGenerator({ rescale: 1 / 255, rotationRange: 40, horizontalFlip: true });
 * const { batches } = await generator.flowFromDirectory('train', { targetSize: [150, 150], classMode: 'binary' });
 * await model.fit(batches, null, { stepsPerEpoch: 20, epochs: 25 });
 */
export class ImageDataGenerator {
  readonly #options: Omit<AugmentOptions, 'seed'>;

  constructor(options: ImageDataGeneratorOptions = {}) {
    checkOptions(options, names, 'ImageDataGenerator');
    const { zoomRange = 0, fillMode = 'nearest', cval = 0, rescale = 1 } = options;
    checkChoice(fillMode, ['constant', 'nearest', 'reflect', 'wrap'], '`fillMode`', 'ImageDataGenerator');
    const ranges = Object.fromEntries(places.map((name) => [name, range(name, options[name] ?? 0)])) as Record<
      (typeof places)[number],
      number
    >;
    this.#options = {
      ...ranges,
      zoomRange:
        typeof zoomRange === 'number'
          ? [1 - range('zoomRange', zoomRange), 1 + zoomRange]
          : [range('zoomRange', zoomRange[0]), range('zoomRange', zoomRange[1])],
      brightnessRange: brightnessOf(options.brightnessRange),
      horizontalFlip: options.horizontalFlip ?? false,
      verticalFlip: options.verticalFlip ?? false,
      fillMode,
      cval,
      rescale,
    };
  }

  /**
   * Batches of images that are in memory, with their labels: `[x, y]`, in one pass as many as there are images.
   *
   * @param x images of shape [images, height, width, channels]
   * @param y a label for each, or rows of them
   */
  flow(
    x: ArrayData,
    y: ArrayLike1,
    { batchSize = 32, shuffle = true, seed = deriveSeed() }: FlowOptions = {},
  ): ImageBatches {
    if (x.shape.length !== 4) {
      throw new TenlabError({
        code: 'invalid-shape',
        place: 'ImageDataGenerator.flow',
        expected: '`x` of shape [images, height, width, channels]',
        received: x.shape,
        remedy: 'Grey images have one channel: [images, height, width, 1].',
      });
    }
    const options = { ...this.#options, seed };
    const all = Dataset.fromArrays(x, y);
    const ordered = shuffle ? all.shuffle(Math.max(1, lengthOf(x)), { seed }) : all;
    return ordered
      .map(([image, label], place) => [augmentImage(image as ImageValues, options, place), label])
      .batch(batchSize) as unknown as ImageBatches;
  }

  /** Batches of the images of a folder, one folder in it for each class. Node only. */
  async flowFromDirectory(
    folder: string,
    options: FlowFromDirectoryOptions = {},
  ): Promise<Omit<ImageFolder, 'dataset'> & { batches: ImageBatches }> {
    const place = 'ImageDataGenerator.flowFromDirectory';
    const { batchSize = 32, classMode = 'categorical', targetSize = [256, 256], classes, ...others } = options;
    const { colorMode = 'rgb', interpolation = 'nearest', seed = deriveSeed(), ...rest } = others;
    checkOptions(rest, ['shuffle', 'validationSplit', 'subset', 'workers'], place);
    checkChoice(classMode, ['categorical', 'binary', 'sparse'], '`classMode`', place);
    const load = { imageSize: targetSize, colorMode, interpolation, augment: { ...this.#options, seed } };
    const names = classes === undefined ? {} : { classNames: classes };
    const { dataset, ...about } = await openImageFolder(folder, load, { ...rest, ...names, seed }, place);
    const count = about.classNames.length;
    if (classMode === 'binary' && count !== 2) {
      throw new TenlabError({
        code: 'invalid-argument',
        place,
        expected: "two classes for `classMode` 'binary'",
        received: about.classNames,
        remedy: "Use 'categorical' or 'sparse', or name two of them in `classes`.",
      });
    }
    const labelled =
      classMode === 'categorical' ? dataset.map(([image, label]) => [image, oneHot(label, count)]) : dataset;
    return { ...about, batches: labelled.batch(batchSize) as unknown as ImageBatches };
  }

  /**
   * One image changed in many ways, side by side in a PNG, the original first: to see whether one would still know it.
   *
   * @param image values from 0 to 255, one or three channels
   * @param options `count` of images (12), `columns` (4), `seed` (0)
   */
  async preview(
    image: ImageValues<Uint8Array | Float32Array>,
    { count = 12, columns = 4, seed = 0 }: { count?: number; columns?: number; seed?: number } = {},
  ): Promise<Uint8Array> {
    const options = { ...this.#options, rescale: 1, seed };
    const changed = Array.from({ length: count - 1 }, (_, index) => augmentImage(image, options, { index, pass: 0 }));
    return encodeSheet([image, ...changed], columns);
  }
}

function range(name: string, value: number): number {
  if (Number.isFinite(value) && value >= 0) return value;
  throw new TenlabError({
    code: 'invalid-argument',
    place: 'ImageDataGenerator',
    expected: `\`${name}\` to be a number from 0`,
    received: value,
    remedy: 'It counts either way: 40 stands for -40 to 40.',
  });
}

function brightnessOf(given: ImageDataGeneratorOptions['brightnessRange']): AugmentOptions['brightnessRange'] {
  if (given === undefined) return undefined;
  if (Array.isArray(given) && given.length === 2 && given.every((value) => value >= 0) && given[0] <= given[1]) {
    return [given[0], given[1]];
  }
  throw new TenlabError({
    code: 'invalid-argument',
    place: 'ImageDataGenerator',
    expected: '`brightnessRange` to be [least, most], two numbers from 0',
    received: given,
    remedy: 'Pass for example [0.8, 1.2]: 1 leaves an image as it is.',
  });
}

function oneHot(label: number, count: number): Float32Array {
  const row = new Float32Array(count);
  row[label] = 1;
  return row;
}
