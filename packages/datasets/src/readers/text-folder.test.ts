import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { expectResumable } from '../testing/expect-resumable';
import { textFolder } from './text-folder';

const folder = mkdtempSync(join(tmpdir(), 'tenlab-texts-'));
for (const [name, texts] of Object.entries({ neg: ['bad', 'worse'], pos: ['gööd'] })) {
  mkdirSync(join(folder, name));
  for (const [index, text] of texts.entries()) writeFileSync(join(folder, name, `${index}.txt`), text);
}
afterAll(() => rmSync(folder, { recursive: true }));

describe('textFolder', () => {
  it('gives texts with their labels', async () => {
    const { dataset, classNames, others } = await textFolder(folder, { shuffle: false });
    expect([classNames, others, dataset.size]).toEqual([['neg', 'pos'], [], 3]);
    expect(await dataset.toArray()).toEqual([
      ['bad', 0],
      ['worse', 0],
      ['gööd', 1],
    ]);
  });

  it('goes on exactly where it was', () =>
    expectResumable(async () => (await textFolder(folder, { seed: 3 })).dataset));

  it('refuses options that do not exist', async () => {
    // @ts-expect-error: an option that does not exist
    await expect(textFolder(folder, { workers: 2 })).rejects.toThrow('no option `workers` exists');
  });
});
