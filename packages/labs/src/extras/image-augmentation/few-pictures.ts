import { fashionMnist, type ImageArray, type LabelArray } from '@tenlab/datasets';
import type { DatasetOptions, LabData } from '../../define-lab';

/** Pictures as bytes, and what each shows. */
export interface Pictures {
  x: ImageArray;
  y: LabelArray;
}

export interface FewPictures extends LabData {
  train: Pictures;
  /** Watched in training, never learned from. */
  validation: Pictures;
  test: Pictures;
  classNames: readonly string[];
}

/** Few on purpose: where there are pictures enough, nobody needs to make more of them. */
const counts = { train: 640, validation: 1000, test: 2000 };

/**
 * Some of Fashion-MNIST: 640 pictures to learn from, 1,000 to watch, 2,000 to be tested on. They are
 * other ones where all of Fashion-MNIST is found than where only the part is that comes along.
 *
 * @param limit use at most so many of each
 */
export async function loadFewPictures(
  options: DatasetOptions = {},
  limit = Number.POSITIVE_INFINITY,
): Promise<FewPictures> {
  const { name, source, sha256, train, test, classNames } = await fashionMnist(options);
  const part = ({ x, y }: Pictures, from: number, count: number): Pictures => {
    const to = from + Math.min(count, limit);
    return { x: x.slice(from, to), y: y.slice(from, to) };
  };
  return {
    name,
    source,
    sha256,
    counts: { train: Math.min(counts.train, limit), test: Math.min(counts.test, limit) },
    train: part(train, 0, counts.train),
    validation: part(train, counts.train, counts.validation),
    test: part(test, 0, counts.test),
    classNames,
  };
}
