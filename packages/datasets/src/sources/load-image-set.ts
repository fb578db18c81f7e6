import { sha256 } from '@tenlab/checkpoint';
import { ImageArray } from '../arrays/image-array';
import { LabelArray } from '../arrays/label-array';
import { findImageSet } from './find-image-set';
import {
  type IdxFiles,
  type ImageSetDefinition,
  type ImageSetOptions,
  type ImageSetParts,
  partNames,
} from './image-set';

/** Labelled images, to train on and to test with. */
export interface ImageSet<Name extends string = string> {
  name: Name;
  /** Where the data were found, for people. */
  source: string;
  /** One checksum over all the data: the same for the same images and labels, wherever they were found. */
  sha256: string;
  /** The name of the licence. */
  licence: string;
  /** Who published the data, and where. */
  publisher: string;
  train: { x: ImageArray; y: LabelArray };
  test: { x: ImageArray; y: LabelArray };
  /** What each label means: `classNames[label]`. */
  classNames: readonly string[];
}

/** Finds a set where it is, checks it and shapes it. Throws a {@link TenlabError} for options that do not go together. */
export async function loadImageSet<Name extends string>(
  definition: ImageSetDefinition & { name: Name },
  options: ImageSetOptions,
): Promise<ImageSet<Name>> {
  const { name, classNames, licence, publisher } = definition;
  const { parts, source } = await findImageSet(definition, options);
  const sums = partNames.map((part) => parts[part].sha256).join('\n');
  return {
    name,
    source: `${source}${describeOther(definition, parts)}`,
    sha256: await sha256(new TextEncoder().encode(sums)),
    licence,
    publisher,
    train: { x: imagesOf(parts.trainImages), y: new LabelArray(parts.trainLabels.data) },
    test: { x: imagesOf(parts.testImages), y: new LabelArray(parts.testLabels.data) },
    classNames,
  };
}

function imagesOf({ data, shape }: ImageSetParts['trainImages']): ImageArray {
  const [count = 0, height = 0, width = 0] = shape;
  return new ImageArray(data, [count, height, width, 1]);
}

function describeOther({ idx, sample }: ImageSetDefinition, parts: ImageSetParts): string {
  const is = (files: IdxFiles | undefined) => partNames.every((part) => parts[part].sha256 === files?.[part].sha256);
  if (is(idx)) return '';
  const counts = `${parts.trainImages.shape[0]} + ${parts.testImages.shape[0]} images`;
  return is(sample?.idx) ? ` (a part of the set: ${counts})` : ` (not the published set: ${counts} of its own)`;
}
