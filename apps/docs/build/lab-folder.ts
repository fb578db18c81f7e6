import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LabAbout } from '@tenlab/labs';

/** Where the labs and the extras lie in the sources of @tenlab/labs. */
const parents = ['labs', 'extras'];

/** The folder of a lab, from `sources`: named by its number and its name, as `labs/01-mnist-digits`, or by its name alone. */
export function labFolder(sources: string, { id, number }: Pick<LabAbout, 'id' | 'number'>): string {
  const prefix = number === undefined ? undefined : `${String(number).padStart(2, '0')}-`;
  const names = [...(prefix === undefined ? [] : [`${prefix}${id}`]), id];
  for (const parent of parents) {
    const folders = safeList(join(sources, parent));
    const found = names.find((name) => folders.includes(name)) ?? folders.find((name) => name.endsWith(`-${id}`));
    if (found !== undefined) return `${parent}/${found}`;
    // A number is a lab's own, whatever its folder is called besides.
    const numbered = parent === 'labs' && prefix ? folders.find((name) => name.startsWith(prefix)) : undefined;
    if (numbered !== undefined) return `${parent}/${numbered}`;
  }
  throw new Error(`Lab '${id}' must have a folder among the labs. Received: none named ${names.join(' or ')}.`);
}

function safeList(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // There may be no extras.
    return [];
  }
}
