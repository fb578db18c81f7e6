import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { imageFiles } from '../testing/image-files';
import { listClassFolder } from './class-folder';

let folder = '';
beforeEach(() => {
  folder = imageFiles({ dog: 2, cat: 1 });
});
afterEach(() => rmSync(folder, { recursive: true }));

const list = (classNames?: string[]) => listClassFolder(folder, ['.png'], classNames);

describe('listClassFolder', () => {
  it('numbers the folders by name, and looks into those within them', async () => {
    mkdirSync(join(folder, 'dog', 'small'));
    writeFileSync(join(folder, 'dog', 'small', 'x.PNG'), '');
    const { classNames, files } = await list();
    expect(classNames).toEqual(['cat', 'dog']);
    expect(files.map(({ path, label }) => [basename(path), label])).toEqual([
      ['000.png', 0],
      ['000.png', 1],
      ['001.png', 1],
      ['x.PNG', 1],
    ]);
  });

  it('tells what it passed over, but for hidden files', async () => {
    writeFileSync(join(folder, 'cat', 'notes.txt'), '');
    writeFileSync(join(folder, 'cat', '.DS_Store'), '');
    mkdirSync(join(folder, '.git'));
    expect((await list()).others).toEqual([join(folder, 'cat', 'notes.txt')]);
  });

  it('takes the classes asked for, in that order', async () => {
    expect((await list(['dog', 'cat'])).files.map(({ label }) => label)).toEqual([0, 0, 1]);
    expect((await list(['dog'])).files).toHaveLength(2);
  });

  it('says what is missing', async () => {
    await expect(list(['bird'])).rejects.toThrow("a folder 'bird'. Received: only cat, dog.");
    mkdirSync(join(folder, 'empty'));
    await expect(list()).rejects.toThrow("files ending in .png in 'empty'. Received: none.");
    await expect(listClassFolder(join(folder, 'cat'), ['.png'])).rejects.toThrow('a folder for each class');
    await expect(listClassFolder(join(folder, 'none'), ['.png'])).rejects.toMatchObject({ code: 'missing-folder' });
  });
});
