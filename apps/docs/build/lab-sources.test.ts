import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { allLabs } from './all-labs';
import { writeLabSources } from './lab-sources';

const root = fileURLToPath(new URL('../../..', import.meta.url));

it('writes the sources of every lab, and all that they import', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tenlab-sources-'));
  await writeLabSources(root, folder);
  for (const { about } of allLabs) {
    const { entry, files } = JSON.parse(await readFile(join(folder, `${about.id}.json`), 'utf8'));
    expect(Object.keys(files)).toContain(entry);
    expect(Object.keys(files)).toContain('define-lab.ts');
    expect(Object.keys(files).filter((file) => file.endsWith('.test.ts'))).toEqual([]);
  }
});
