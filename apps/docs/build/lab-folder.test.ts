import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { allLabs } from './all-labs';
import { labFolder } from './lab-folder';

const sources = fileURLToPath(new URL('../../../packages/labs/src', import.meta.url));

it('finds the folder of every lab, each another', () => {
  const folders = allLabs.map(({ about }) => labFolder(sources, about));
  expect(folders[0]).toBe('labs/01-mnist-digits');
  expect(new Set(folders).size).toBe(allLabs.length);
});

it('says when there is none', () => {
  expect(() => labFolder(sources, { id: 'nowhere', number: 99 })).toThrow('none named 99-nowhere or nowhere');
});
