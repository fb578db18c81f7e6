import { TenlabError } from '@tenlab/core';
import { expect, it } from 'vitest';
import { ifHere } from './if-here';

const failing = (code: string) => async () => {
  throw new TenlabError({ code, place: 'imdb', expected: 'a file', received: 'none', remedy: 'Fetch it.' });
};

it('gives what is here, nothing where it is not, and nothing in a page or in packages', async () => {
  expect(await ifHere({}, async () => 7)).toBe(7);
  expect(await ifHere({}, failing('offline'))).toBeUndefined();
  expect(await ifHere({ baseUrl: '/data/' }, failing('defect'))).toBeUndefined();
  expect(await ifHere({ bundled: true }, failing('defect'))).toBeUndefined();
});

it('does not hide that a file is damaged', async () => {
  await expect(ifHere({}, failing('invalid-file'))).rejects.toMatchObject({ code: 'invalid-file' });
});
