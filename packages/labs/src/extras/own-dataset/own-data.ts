import type { DatasetOptions, LabData, LabFiles } from '../../define-lab';
import { loadDigits } from '../../labs/shared/digits';
import { type LabelledPictures, readPictures, writePictures } from './picture-folder';

export interface OwnData extends LabData {
  train: LabelledPictures;
  test: LabelledPictures;
  classNames: readonly string[];
}

/** As many as one might collect in an afternoon. */
const counts = { train: 300, test: 100 };

/**
 * Writes some digits as picture files with a file of labels, as if they were the reader's own, and reads them back. From here on the
 * lab knows nothing but the files.
 *
 * @param limit at most so many of each
 */
export async function ownData(
  files: LabFiles,
  options: DatasetOptions = {},
  limit = Number.POSITIVE_INFINITY,
): Promise<OwnData> {
  const digits = await loadDigits(options, counts.train);
  for (const part of ['train', 'test'] as const) {
    const count = Math.min(counts[part], limit);
    const { data } = digits.images[part].slice(0, count);
    const labels = digits.labels[part].data.slice(0, count);
    await writePictures(files, part, { images: { data, shape: [count, 28, 28, 1] }, labels });
  }
  const [train, test] = [await readPictures(files, 'train'), await readPictures(files, 'test')];
  return {
    name: 'own pictures',
    source: `picture files in ${files.place}, made from ${digits.source}`,
    counts: { train: train.labels.length, test: test.labels.length },
    train,
    test,
    classNames: digits.classNames,
  };
}
