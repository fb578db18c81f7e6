// The program of the threads that read images: loaded by its own address, it is no part of the package's interface.
import { type LabelledFile, type LoadImageOptions, loadImage } from './images/load-image';

/** Reads one image. */
export function readImage(
  { file, options }: { file: LabelledFile; options: LoadImageOptions },
  place: { index: number; pass: number },
) {
  return loadImage(file, options, place);
}
