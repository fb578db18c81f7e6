import { expect, it } from 'vitest';
import { allLabs } from './all-labs';

it('holds labs and extras, each under a name of its own', () => {
  const names = allLabs.map(({ about }) => about.id);
  expect(names).toEqual(expect.arrayContaining(['mnist-digits', 'hello']));
  expect(new Set(names).size).toBe(names.length);
});
