import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { memoryFiles } from '../../sources/file-set';
import { checkpointAmong, findCheckpoint } from './find-checkpoint';

const folder = mkdtempSync(join(tmpdir(), 'tenlab-find-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'saved', 'variables'), { recursive: true });
for (const name of ['a.ckpt.index', 'b.index', 'saved/variables/variables.index', 'other.npz']) {
  writeFileSync(join(folder, name), '');
}
writeFileSync(join(folder, 'checkpoint'), 'model_checkpoint_path: "a.ckpt"\n');

describe('findCheckpoint', () => {
  it.each([
    ['a.ckpt', 'a.ckpt'],
    ['b.index', 'b'],
    ['.', 'a.ckpt'],
    ['saved', 'variables'],
  ])('takes %s for the checkpoint %s', async (path, prefix) => {
    expect((await findCheckpoint(join(folder, path)))?.prefix).toBe(prefix);
  });

  it.each(['other.npz', 'none', 'saved/variables'])('finds none at %s', async (path) => {
    expect(await findCheckpoint(join(folder, path))).toBeUndefined();
  });
});

it('checkpointAmong finds the index among files, the newest of several', async () => {
  const bytes = new Uint8Array();
  const state = new TextEncoder().encode('model_checkpoint_path: "b"');
  const among = (files: [string, Uint8Array][]) => checkpointAmong(memoryFiles(new Map(files), 'files'));
  expect((await among([['a.index', bytes]]))?.prefix).toBe('a');
  expect(
    (
      await among([
        ['a.index', bytes],
        ['b.index', bytes],
        ['checkpoint', state],
      ])
    )?.prefix,
  ).toBe('b');
  expect(await among([['a.npz', bytes]])).toBeUndefined();
});
