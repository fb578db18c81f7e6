import { checkOptions, deriveSeed } from '@tenlab/core';
import type { LabelledFile } from '../images/load-image';
import { Dataset } from '../pipeline/dataset';
import { nodeModule } from '../platform/node-modules';
import { listClassFolder } from './class-folder';
import { type PartOptions, validationPart } from './validation-part';

export interface TextFolderOptions extends PartOptions {
  /** The classes to take, in this order. Default: all folders, by name. */
  classNames?: readonly string[];
  /** Files in random order, another in each pass. Default true, as in Keras. */
  shuffle?: boolean;
  /** What the order, and the parts of `validationSplit`, depend on. Default: the next seed derived from the global one. */
  seed?: number;
}

/** A folder of classes as data. */
export interface TextFolder {
  /** Texts with the number of their class, one by one. */
  dataset: Dataset<[string, number]>;
  /** What each label means: `classNames[label]`. */
  classNames: readonly string[];
  files: readonly LabelledFile[];
  /** Files in the folder that do not end in `.txt`, and were passed over. */
  others: readonly string[];
}

/**
 * Texts that lie in folders, one folder for each class, one `.txt` file for each text (UTF-8): read as they are asked for. Node only.
 *
 * Throws a {@link TenlabError} for a folder without classes or texts. Keras: `text_dataset_from_directory`.
 *
 * @example
 * const { dataset, classNames } = await textFolder('aclImdb/train', { classNames: ['neg', 'pos'] });
 * for await (const [text, label] of dataset.take(1)) console.log(classNames[label], text);
 */
export async function textFolder(folder: string, options: TextFolderOptions = {}): Promise<TextFolder> {
  checkOptions(options, ['classNames', 'shuffle', 'seed', 'validationSplit', 'subset'], 'textFolder');
  const { classNames: wanted, shuffle = true, seed = deriveSeed(), ...part } = options;
  const { classNames, files: all, others } = await listClassFolder(folder, ['.txt'], wanted);
  const files = validationPart(all, part, seed, 'textFolder');
  const inOrder = Dataset.fromIterable(files);
  const dataset = (shuffle ? inOrder.shuffle(Math.max(1, files.length), { seed }) : inOrder).map(
    async ({ path, label }): Promise<[string, number]> => [
      await nodeModule('fs').promises.readFile(path, 'utf8'),
      label,
    ],
  );
  return { dataset, classNames, files, others };
}
