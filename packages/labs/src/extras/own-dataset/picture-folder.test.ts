import { expect, it } from 'vitest';
import { memoryFiles } from '../../runner/memory-files';
import { readPictures, writePictures } from './picture-folder';

const pictures = {
  images: {
    data: Uint8Array.from({ length: 2 * 784 }, (_, at) => at % 256),
    shape: [2, 28, 28, 1] as [number, number, number, number],
  },
  labels: Uint8Array.of(3, 8),
};
const text = (content: string) => new TextEncoder().encode(content);

it('reads what it wrote, to the bit', async () => {
  const files = memoryFiles();
  await writePictures(files, 'train', pictures);
  expect(await files.list('train')).toEqual(['0000.png', '0001.png', 'labels.csv']);
  expect(await readPictures(files, 'train')).toEqual(pictures);
});

it.each([
  ['file,label\n0000.png,9\nlost.png,1\n', /train\/lost.png: a file in memory. Received: .*none/],
  ['file,label\n0000.png,cat\n', /a digit for '0000.png'. Received: .*cat/],
])('says what is wrong with %j', async (labels, message) => {
  const files = memoryFiles();
  await writePictures(files, 'train', pictures);
  await files.write('train/labels.csv', text(labels));
  await expect(readPictures(files, 'train')).rejects.toThrow(message);
});

it('says where there is no file of labels', async () => {
  await expect(readPictures(memoryFiles(), 'train')).rejects.toThrow('train/labels.csv');
});
