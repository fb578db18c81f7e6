import { posix } from 'node:path';
import type { Problem } from './problem';
import { type Import, readImports } from './read-imports';
import { packageFolders, type SourceTree, sourcesUnder } from './source-tree';

/** The packages from the ground up: each may import what stands in a lower row, never in its own or a higher one. */
export const rows: readonly (readonly string[])[] = [
  ['backend-wasm', 'sample-data'],
  ['core'],
  ['layers'],
  ['checkpoint'],
  ['viz', 'datasets', 'callbacks'],
  ['labs'],
];

/** The packages with parts for Node alone; the others run in the browser whole. */
const withNodeParts = new Set(['core', 'backend-wasm', 'datasets', 'checkpoint', 'callbacks', 'labs', 'sample-data']);

/**
 * Checks that imports only go down, that no file reaches into another package by a relative path, that nothing is exported by `*`,
 * and that what is imported stands in the package's own package.json.
 */
export function checkArrows(tree: SourceTree): Problem[] {
  return packageFolders(tree).flatMap((folder) => {
    const name = folder.slice('packages/'.length);
    const row = rowOf(name);
    if (row === -1) {
      return [
        {
          file: folder,
          message: `must have a place in the order of packages. Add it to tools/layout/check-arrows.ts.`,
        },
      ];
    }
    const declared = declaredDependencies(tree.get(`${folder}/package.json`));
    return sourcesUnder(tree, `${folder}/src`).flatMap(([file, text]) =>
      readImports(file, text).flatMap((found) => {
        const message = problemWith(found, { name, row, file, folder, declared, isTest: isTestFile(file) });
        return message === undefined ? [] : [{ file, message }];
      }),
    );
  });
}

interface Importer {
  readonly name: string;
  readonly row: number;
  readonly file: string;
  readonly folder: string;
  readonly declared: ReadonlySet<string>;
  readonly isTest: boolean;
}

function problemWith({ from, kind }: Import, importer: Importer): string | undefined {
  const { name, row, file, folder, declared, isTest } = importer;
  if (kind === 'export *')
    return `must export names, not everything. Received: export * from '${from}'. List the names.`;
  if (from.startsWith('.')) {
    const target = posix.join(posix.dirname(file), from);
    // Tools are not published, and neither are tests: golden numbers are judged as the conformance kit judges them.
    if (target.startsWith(`${folder}/`) || (isTest && target.startsWith('tools/'))) return undefined;
    return `must not reach out of its package. Received: '${from}'. Import the other package by its name.`;
  }
  if (from.startsWith('node:')) {
    if (isTest || kind === 'type' || withNodeParts.has(name)) return undefined;
    return `must run in the browser too. Received: '${from}'. Leave it to a package with Node-only parts, or pass it in.`;
  }
  const dependency = packageOf(from);
  if (isTest && (dependency === 'vitest' || dependency === '@tenlab/testing' || dependency === 'fast-check'))
    return undefined;
  if (dependency === `@tenlab/${name}`) {
    return isTest ? undefined : `must import its own files by a relative path. Received: '${from}'.`;
  }
  if (dependency.startsWith('@tenlab/')) {
    const target = rowOf(dependency.slice('@tenlab/'.length));
    if (target === -1 || target >= row) {
      return `must import downward only. Received: '${from}'. See the arrows in ARCHITECTURE.md.`;
    }
    if (dependency === '@tenlab/backend-wasm' && from === dependency && kind === 'static' && !isTest) {
      return `must load the backend when it is chosen. Received: a static import of '${from}'. Use \`await import\`.`;
    }
  }
  if (!declared.has(dependency)) {
    return `must import what its package.json lists. Received: '${from}'. Add '${dependency}' to the dependencies.`;
  }
  return undefined;
}

function rowOf(name: string): number {
  return rows.findIndex((row) => row.includes(name));
}

function isTestFile(file: string): boolean {
  return /\.test(-d)?\.ts$/.test(file) || /\/(testing|fixtures)\//.test(file);
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function declaredDependencies(manifest: string | undefined): ReadonlySet<string> {
  const parsed = JSON.parse(manifest ?? '{}') as Record<string, Record<string, string> | undefined>;
  const fields = ['dependencies', 'peerDependencies', 'optionalDependencies', 'devDependencies'];
  return new Set(fields.flatMap((field) => Object.keys(parsed[field] ?? {})));
}
