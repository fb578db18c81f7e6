import { type AugmentOptions, augmentImage } from '../augmentation/augment';
import { shortPath } from '../cache/folder';
import { nodeModule } from '../platform/node-modules';
import { decodeImage } from './decode-image';
import type { ColorMode, ImageValues } from './image-values';
import { type Interpolation, resize } from './resize';

/** How an image file becomes an example. Plain data, so that it can be sent to another thread. */
export interface LoadImageOptions {
  /** Height and width to bring it to; null leaves it as it is. */
  imageSize: readonly [height: number, width: number] | null;
  colorMode: ColorMode;
  interpolation: Interpolation;
  /** What is done to it by chance; null for nothing, and bytes as they are. */
  augment: AugmentOptions | null;
}

/** An image file and the number of its class. */
export interface LabelledFile {
  path: string;
  label: number;
}

/** Reads an image file with its label. Node only. Throws a {@link TenlabError} naming a file that is no image or damaged. */
export async function loadImage(
  { path, label }: LabelledFile,
  { imageSize, colorMode, interpolation, augment }: LoadImageOptions,
  place: { index: number; pass: number },
): Promise<[ImageValues<Uint8Array | Float32Array>, number]> {
  const file = await nodeModule('fs').promises.readFile(path);
  const decoded = await decodeImage(file, { colorMode }, shortPath(path));
  const image = imageSize === null ? decoded : resize(decoded, imageSize, interpolation);
  return [augment === null ? image : augmentImage(image, augment, place), label];
}
