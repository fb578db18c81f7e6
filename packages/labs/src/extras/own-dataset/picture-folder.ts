import { TenlabError } from '@tenlab/core';
import { decodeImage } from '@tenlab/datasets';
import { encode } from 'fast-png';
import type { LabFiles } from '../../define-lab';

/** Pictures as bytes of shape [pictures, 28, 28, 1], and a label for each. */
export interface LabelledPictures {
  images: { data: Uint8Array; shape: [pictures: number, height: number, width: number, channels: number] };
  labels: Uint8Array;
}

const side = 28;

/**
 * Writes a data set as people have them: PNG files in a folder, and `labels.csv` beside them with a line for each.
 *
 * @example
 * await writePictures(files, 'train', pictures); // train/0000.png, …, train/labels.csv
 */
export async function writePictures(
  files: LabFiles,
  folder: string,
  { images, labels }: LabelledPictures,
): Promise<void> {
  const lines = ['file,label'];
  for (const [index, label] of labels.entries()) {
    const name = `${String(index).padStart(4, '0')}.png`;
    const data = images.data.subarray(index * side * side, (index + 1) * side * side);
    await files.write(`${folder}/${name}`, encode({ width: side, height: side, data, channels: 1, depth: 8 }));
    lines.push(`${name},${label}`);
  }
  await files.write(`${folder}/labels.csv`, new TextEncoder().encode(`${lines.join('\n')}\n`));
}

/**
 * Reads such a folder into arrays: the file of labels says which pictures there are.
 *
 * @throws TenlabError where `labels.csv` or a picture that it names is missing, a picture is of another size, or a label is no digit
 */
export async function readPictures(files: LabFiles, folder: string): Promise<LabelledPictures> {
  const text = new TextDecoder().decode(await wanted(files, `${folder}/labels.csv`));
  const lines = text.trim().split('\n').slice(1);
  const data = new Uint8Array(lines.length * side * side);
  const labels = new Uint8Array(lines.length);
  for (const [index, line] of lines.entries()) {
    const [name = '', label = ''] = line.trim().split(',');
    const place = `${folder}/${name}`;
    const image = await decodeImage(await wanted(files, place), { colorMode: 'grayscale' }, place);
    if (image.shape[0] !== side || image.shape[1] !== side)
      throw wrong(place, `a picture of ${side} x ${side}`, image.shape, 'Bring it to that size with an image program.');
    if (!/^[0-9]$/.test(label))
      throw wrong(`${folder}/labels.csv`, `a digit for '${name}'`, label, 'Write what the picture shows, from 0 to 9.');
    data.set(image.data, index * side * side);
    labels[index] = Number(label);
  }
  return { images: { data, shape: [lines.length, side, side, 1] }, labels };
}

async function wanted(files: LabFiles, name: string): Promise<Uint8Array> {
  const bytes = await files.read(name);
  if (bytes !== undefined) return bytes;
  throw wrong(name, `a file in ${files.place}`, 'none', 'Put it there, or take its line out of `labels.csv`.');
}

function wrong(place: string, expected: string, received: unknown, remedy: string): TenlabError {
  return new TenlabError({ code: 'invalid-picture', place, expected, received, remedy });
}
