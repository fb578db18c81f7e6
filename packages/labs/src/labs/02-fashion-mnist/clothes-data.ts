import { fashionMnist, type ImageArray, type LabelArray } from '@tenlab/datasets';
import type { DatasetOptions, LabData } from '../../define-lab';
import { normalise } from '../shared/pixels';

/** Fashion-MNIST as this lab uses it: the bytes to look at, the normalised numbers to train on. */
export interface ClothesData extends LabData {
  images: { train: ImageArray; test: ImageArray };
  labels: { train: LabelArray; test: LabelArray };
  x: { train: ReturnType<typeof normalise>; test: ReturnType<typeof normalise> };
  classNames: readonly string[];
}

/**
 * Loads Fashion-MNIST, all 60,000 + 10,000 pictures where they are found and 12,000 + 2,000 of them otherwise, and normalises it.
 *
 * @param options where to look
 * @param limit use only the first so many of each
 */
export async function loadClothes(
  options: DatasetOptions = {},
  limit = Number.POSITIVE_INFINITY,
): Promise<ClothesData> {
  const { name, source, sha256, train, test, classNames } = await fashionMnist(options);
  const counts = { train: Math.min(train.x.length, limit), test: Math.min(test.x.length, limit) };
  const images = { train: train.x.slice(0, counts.train), test: test.x.slice(0, counts.test) };
  const labels = { train: train.y.slice(0, counts.train), test: test.y.slice(0, counts.test) };
  const x = { train: normalise(images.train), test: normalise(images.test) };
  return { name, source, sha256, counts, images, labels, x, classNames };
}
