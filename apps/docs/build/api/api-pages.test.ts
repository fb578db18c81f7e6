import { fileURLToPath } from 'node:url';
import * as callbacks from '@tenlab/callbacks';
import * as core from '@tenlab/core';
import * as layers from '@tenlab/layers';
import { expect, it } from 'vitest';
import { apiPages } from './api-pages';

const pages = apiPages(fileURLToPath(new URL('../../../..', import.meta.url)));
const names = (module: string) =>
  new Set(
    pages
      .filter((page) => page.module === module)
      .flatMap(({ entries }) => entries.map(({ name }) => name.split('.')[0])),
  );

it.each([
  ['@tenlab/core', core],
  ['@tenlab/layers', layers],
])('has every name that %s exports', (module, api) => {
  // What a package passes on from another one is in the other one's reference.
  const passedOn = new Set(['gradCheck']);
  const missing = Object.keys(api).filter((name) => !names(module).has(name) && !passedOn.has(name));
  expect(missing).toEqual([]);
});

it('divides a large package by its folders, and gives each page a name of its own', () => {
  expect(names('@tenlab/callbacks').size).toBeGreaterThan(Object.keys(callbacks).length - 3);
  const ids = pages.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(['core', 'layers-convolution', 'layers-handwritten', 'layers-losses']));
  expect(new Set(ids).size).toBe(ids.length);
});
