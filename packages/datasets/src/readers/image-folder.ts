import { checkChoice, checkOptions, deriveSeed } from '@tenlab/core';
import { type ColorMode, channelsOf, type ImageValues } from '../images/image-values';
import { type LabelledFile, type LoadImageOptions, loadImage } from '../images/load-image';
import type { Interpolation } from '../images/resize';
import { imageWorkerPath } from '../images/worker-path';
import { Dataset } from '../pipeline/dataset';
import { listClassFolder } from './class-folder';
import { type PartOptions, validationPart } from './validation-part';

export interface ImageFolderOptions extends PartOptions {
  /** Height and width to bring every image to. Default [256, 256], as in Keras. */
  imageSize?: readonly [height: number, width: number];
  /** Default 'rgb'. */
  colorMode?: ColorMode;
  /** Default 'bilinear'. */
  interpolation?: Interpolation;
  /** The classes to take, in this order. Default: all folders, by name. */
  classNames?: readonly string[];
  /** Files in random order, another in each pass. Default true, as in Keras. */
  shuffle?: boolean;
  /** What the order, and the parts of `validationSplit`, depend on. Default: the next seed derived from the global one. */
  seed?: number;
  /** Threads that read and decode. Default 0: this one does. */
  workers?: number;
}

/** A folder of classes as data. */
export interface ImageFolder<Data extends Uint8Array | Float32Array = Uint8Array> {
  /** Images of shape [height, width, channels] with the number of their class, one by one. */
  dataset: Dataset<[ImageValues<Data>, number]>;
  /** What each label means: `classNames[label]`. */
  classNames: readonly string[];
  /** The files and their labels, in the order of the folder. */
  files: readonly LabelledFile[];
  /** Files in the folder that are no PNG or JPEG by name, and were passed over. */
  others: readonly string[];
}

/** The endings of files that are read. */
export const imageExtensions = ['.png', '.jpg', '.jpeg'] as const;

const optionNames = [
  'imageSize',
  'colorMode',
  'interpolation',
  'classNames',
  'shuffle',
  'seed',
  'workers',
  'validationSplit',
  'subset',
] as const;

/**
 * Images that lie in folders, one folder for each class: read, decoded and brought to one size as they are asked for. Node only.
 *
 * Throws a {@link TenlabError} for a folder without classes or images, and, when its turn comes, for a file that is damaged, naming it.
 * Keras: `image_dataset_from_directory`; here images come one by one, as bytes, so that `map`, `batch` and `prefetch` can follow.
 *
 * @example
 * const { dataset, classNames } = await imageFolder('cats-and-dogs/train', { imageSize: [150, 150], workers: 2 });
 * await model.fit(dataset.batch(32).prefetch(2), null, { epochs: 10 });
 */
export async function imageFolder(folder: string, options: ImageFolderOptions = {}): Promise<ImageFolder> {
  checkOptions(options, optionNames, 'imageFolder');
  const { imageSize = [256, 256], colorMode = 'rgb', interpolation = 'bilinear' } = options;
  checkChoice(colorMode, Object.keys(channelsOf) as ColorMode[], '`colorMode`', 'imageFolder');
  checkChoice(interpolation, ['nearest', 'bilinear'], '`interpolation`', 'imageFolder');
  const load: LoadImageOptions = { imageSize, colorMode, interpolation, augment: null };
  return openImageFolder(folder, load, options, 'imageFolder') as Promise<ImageFolder>;
}

/** The same with images changed by chance. */
export async function openImageFolder(
  folder: string,
  load: LoadImageOptions,
  { classNames: wanted, shuffle = true, seed = deriveSeed(), workers = 0, ...part }: ImageFolderOptions,
  place: string,
): Promise<ImageFolder<Uint8Array | Float32Array>> {
  const { classNames, files: all, others } = await listClassFolder(folder, imageExtensions, wanted);
  const files = validationPart(all, part, seed, place);
  const inOrder = Dataset.fromIterable(files);
  const ordered = shuffle ? inOrder.shuffle(Math.max(1, files.length), { seed }) : inOrder;
  type Example = [ImageValues<Uint8Array | Float32Array>, number];
  const dataset =
    workers === 0
      ? ordered.map((file, at) => loadImage(file, load, at))
      : ordered
          .map((file) => ({ file, options: load }))
          .parallelMap<Example>({ module: imageWorkerPath(), name: 'readImage' }, { workers });
  return { dataset, classNames, files, others };
}
