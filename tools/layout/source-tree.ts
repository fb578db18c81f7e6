import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Files by path from the root, with `/` on every system. A map, so that the rules are tested without a disk. */
export type SourceTree = ReadonlyMap<string, string>;

/** Names never looked into: what is installed, built, downloaded or left by a run. */
const ignored = new Set(['node_modules', 'dist', 'generated', 'coverage', 'runs', '.git', '.turbo']);

const text = /\.(ts|mts|mjs|cjs|js|json|md|yaml|yml|html|css|py|txt|sh)$|(^|\/)(run|LICENSE|\.npmrc|\.gitignore)$/;

/** Reads every text file of the repository. */
export function readSourceTree(root: string): SourceTree {
  const tree = new Map<string, string>();
  const visit = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (ignored.has(entry.name)) continue;
      const path = join(folder, entry.name);
      const name = relative(root, path).split(sep).join('/');
      if (entry.isDirectory()) visit(path);
      else if (text.test(name)) tree.set(name, readFileSync(path, 'utf8'));
    }
  };
  visit(root);
  return tree;
}

/** The package folders: `packages/core`, … */
export function packageFolders(tree: SourceTree): string[] {
  const folders = [...tree.keys()]
    .map((path) => /^packages\/[^/]+/.exec(path)?.[0])
    .filter((path) => path !== undefined);
  return [...new Set(folders)].sort();
}

/** The TypeScript sources under a folder, tests included. */
export function sourcesUnder(tree: SourceTree, folder: string): [path: string, text: string][] {
  return [...tree].filter(([path]) => path.startsWith(`${folder}/`) && path.endsWith('.ts'));
}
