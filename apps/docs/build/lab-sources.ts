import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { LabSources } from '../worker/protocol';
import { allLabs } from './all-labs';
import { labFolder } from './lab-folder';

/** Writes the sources of every lab, `ID.json`, for its page to show, to run edited, and to hand out as a project. */
export async function writeLabSources(root: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const sources = join(root, 'packages/labs/src');
  for (const { about } of allLabs) {
    const entry = posix.join(labFolder(sources, about), 'lab.ts');
    const files = await closureOf(sources, entry);
    await writeFile(join(folder, `${about.id}.json`), JSON.stringify({ entry, files } satisfies LabSources));
  }
}

/** A file and all that it imports by relative paths, by their paths from `sources`. */
export async function closureOf(sources: string, entry: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (path in files) continue;
    const text = await readFile(join(sources, path), 'utf8');
    files[path] = text;
    for (const [, from] of text.matchAll(/(?:from|import|import\()\s*'(\.[^']*)'/g)) {
      const target = posix.join(posix.dirname(path), from!);
      const found = [`${target}.ts`, `${target}/index.ts`].find((file) => existsSync(join(sources, file)));
      if (found === undefined)
        throw new Error(`${path} imports '${from}'. Received: no such file. Correct the import.`);
      waiting.push(found);
    }
  }
  return files;
}
