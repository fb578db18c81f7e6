import { expect, it } from 'vitest';
import { catalog, loadLab } from '../labs/catalog';
import { extras } from './catalog';

it('lists each extra as its own definition has it, without a number', async () => {
  for (const { about, load } of extras) {
    expect(await load()).toMatchObject(about);
    expect(about.number).toBeUndefined();
  }
});

it('finds an extra by its name, and no two labs have one name', async () => {
  expect((await loadLab('hello')).id).toBe('hello');
  const ids = [...catalog, ...extras].map(({ about }) => about.id);
  expect(new Set(ids).size).toBe(ids.length);
});
