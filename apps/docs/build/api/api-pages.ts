import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiPage } from './api-page';
import { type ApiEntry, readExports } from './read-exports';

/** The packages in the order in which people meet them, each with the modules it has. */
const packages: readonly { name: string; modules: readonly [path: string, entry: string][] }[] = [
  { name: 'core', modules: [['', 'index.ts']] },
  {
    name: 'layers',
    modules: [
      ['', 'index.ts'],
      ['/handwritten', 'handwritten.ts'],
    ],
  },
  { name: 'callbacks', modules: [['', 'index.ts']] },
  { name: 'checkpoint', modules: [['', 'index.ts']] },
  { name: 'datasets', modules: [['', 'index.ts']] },
  { name: 'viz', modules: [['', 'index.ts']] },
  { name: 'labs', modules: [['', 'index.ts']] },
  { name: 'sample-data', modules: [['', 'index.ts']] },
  { name: 'backend-wasm', modules: [['', 'index.ts']] },
];

/** The most that one page holds: a package that exports more is divided by its folders. */
const mostEntries = 120;

/** Reads the reference of all packages from their sources. */
export function apiPages(root: string): ApiPage[] {
  return packages.flatMap(({ name, modules }) => {
    const folder = join(root, 'packages', name);
    const { description } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { description: string };
    return modules.flatMap(([path, entry]) => {
      const module = `@tenlab/${name}${path}`;
      const entries = readExports(join(folder, 'src'), entry);
      const id = `${name}${path.replace('/', '-')}`;
      if (entries.length <= mostEntries) return [{ id, module, title: module, description, entries }];
      return [...byFolder(entries)].map(([part, some]) => ({
        id: `${id}-${part}`,
        module,
        title: `${module}: ${part.replaceAll('-', ' ')}`,
        description,
        entries: some,
      }));
    });
  });
}

function byFolder(entries: readonly ApiEntry[]): Map<string, ApiEntry[]> {
  const groups = new Map<string, ApiEntry[]>();
  for (const entry of entries) {
    const folders = entry.file.split('/').slice(0, -1);
    // `layers/convolution/conv2d.ts` belongs to convolution, `training/data/read-data.ts` to training.
    const part = (folders[0] === 'layers' ? folders[1] : folders[0]) ?? 'base';
    const group = groups.get(part) ?? [];
    group.push(entry);
    groups.set(part, group);
  }
  return groups;
}
