import { type ImageArray, type LabelArray, mnist } from '@tenlab/datasets';
import type { DatasetOptions, LabData } from '../../define-lab';
import { normalise } from './pixels';

/** MNIST as labs use it: the bytes to look at, the normalised numbers to train on. */
export interface DigitsData extends LabData {
  images: { train: ImageArray; test: ImageArray };
  labels: { train: LabelArray; test: LabelArray };
  x: { train: ReturnType<typeof normalise>; test: ReturnType<typeof normalise> };
  classNames: readonly string[];
}

/**
 * Loads MNIST, which comes split into 60,000 training and 10,000 test images, and normalises it.
 *
 * @param options where to look
 * @param limit use only the first so many of each
 */
export async function loadDigits(options: DatasetOptions = {}, limit = Number.POSITIVE_INFINITY): Promise<DigitsData> {
  const { name, source, sha256, train, test, classNames } = await mnist(options);
  const counts = { train: Math.min(train.x.length, limit), test: Math.min(test.x.length, limit) };
  const images = { train: train.x.slice(0, counts.train), test: test.x.slice(0, counts.test) };
  const labels = { train: train.y.slice(0, counts.train), test: test.y.slice(0, counts.test) };
  const x = { train: normalise(images.train), test: normalise(images.test) };
  return { name, source, sha256, counts, images, labels, x, classNames };
}
