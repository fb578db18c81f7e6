import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { closureOf } from '../build/lab-sources';
import { labOfSources } from './run-sources';

const sources = fileURLToPath(new URL('../../../packages/labs/src', import.meta.url));
const entry = 'labs/09-iris/lab.ts';

it('makes a lab of its sources, with what was changed in them', async () => {
  const files = await closureOf(sources, entry);
  const lab = await labOfSources({ entry, files });
  expect([lab.id, typeof lab.train]).toEqual(['iris', 'function']);
  const about = 'labs/09-iris/about.ts';
  const changed = { ...files, [about]: files[about]!.replace("'iris'", "'irises'") };
  expect((await labOfSources({ entry, files: changed })).id).toBe('irises');
});

it.each([
  ["import './missing';", /imported. Received: 'missing.ts'/],
  ["import fs from 'node:fs'; export const lab = fs;", /Received: 'node:fs'/],
  ['export const lob = 1;', /must export `lab`. Received: lob/],
  ['const = 1;', /lab\.ts.*1:7/],
])('says what is wrong with %j', async (text, message) => {
  await expect(labOfSources({ entry: 'lab.ts', files: { 'lab.ts': text } })).rejects.toThrow(message);
});
