import { cifar10, fashionMnist } from '@tenlab/datasets';
import type { DatasetOptions, LabData } from '../../define-lab';
import { ifHere } from '../shared/if-here';
import type { LabelledPictures } from '../shared/picture-figures';
import { normalise } from '../shared/pixels';

/** The pictures of this lab: the bytes to look at, the normalised numbers to train on. */
export interface PicturesData extends LabData, LabelledPictures {
  x: { train: ReturnType<typeof normalise>; test: ReturnType<typeof normalise> };
  /** Height, width, channels. */
  shape: readonly number[];
}

/** So many training pictures go with one test picture where not all are used. */
const trainPerTest = 3;

/**
 * CIFAR-10 where it is on this machine, Fashion-MNIST where it is not.
 *
 * @param options where to look
 * @param limit use only the first so many to train on, and a third of that to test on
 */
export async function loadPictures(
  options: DatasetOptions = {},
  limit = Number.POSITIVE_INFINITY,
): Promise<PicturesData> {
  const { name, source, sha256, train, test, classNames } =
    (await ifHere(options, () => cifar10({ offline: true }))) ?? (await fashionMnist(options));
  const counts = {
    train: Math.min(train.x.length, limit),
    test: Math.min(test.x.length, Math.ceil(limit / trainPerTest)),
  };
  const images = { train: train.x.slice(0, counts.train), test: test.x.slice(0, counts.test) };
  const labels = { train: train.y.slice(0, counts.train), test: test.y.slice(0, counts.test) };
  const x = { train: normalise(images.train), test: normalise(images.test) };
  return { name, source, sha256, counts, images, labels, x, classNames, shape: images.train.shape.slice(1) };
}
