import { join, sep } from 'node:path';
import { expect, it } from 'vitest';
import { artifactsOf } from './artifacts-of';

const run = join('runs', 'lab');
const files = (folder: string, count: number) =>
  Array.from({ length: count }, (_, index) => join(folder, `${index}.png`));

it('names a folder of very many files alone, in the place of its first', () => {
  const [few, many] = [files(join(run, 'test'), 20), files(join(run, 'train'), 21)];
  const curves = join(run, 'curves.svg');
  expect(artifactsOf([...few, ...many, curves], run)).toEqual([...few, `${join(run, 'train')}${sep}`, curves]);
});

it("names all that lies in the run's own folder", () => {
  expect(artifactsOf(files(run, 30), run)).toHaveLength(30);
});
