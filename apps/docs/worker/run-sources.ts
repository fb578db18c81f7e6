import type { Lab } from '@tenlab/labs';
import type { LabSources } from './protocol';

/** The packages that a lab's files may import, each loaded when a file names it. */
const packages: Readonly<Record<string, () => Promise<unknown>>> = {
  '@tenlab/callbacks': () => import('@tenlab/callbacks'),
  '@tenlab/checkpoint': () => import('@tenlab/checkpoint'),
  '@tenlab/core': () => import('@tenlab/core'),
  '@tenlab/datasets': () => import('@tenlab/datasets'),
  '@tenlab/layers': () => import('@tenlab/layers'),
  '@tenlab/viz': () => import('@tenlab/viz'),
  '@tensorflow/tfjs-core': () => import('@tensorflow/tfjs-core'),
};

/**
 * Makes a lab of its source files, as someone has edited them: TypeScript is stripped of its types, and each file is run when it is first
 * imported.
 *
 * @throws SyntaxError naming the file and the line, and Error for an import of what is not there.
 */
export async function labOfSources(sources: LabSources): Promise<Lab> {
  const exported = await exportsOf(sources);
  if (exported.lab === undefined) {
    throw new Error(`${sources.entry} must export \`lab\`. Received: ${Object.keys(exported).join(', ')}.`);
  }
  return exported.lab as Lab;
}

/**
 * Runs source files and returns what the first of them exports. Errors name the file and the line as they were written.
 *
 * @throws SyntaxError naming the file and the line, and Error for an import of what is not there.
 */
export async function exportsOf({ entry, files }: LabSources): Promise<Record<string, unknown>> {
  const { transform } = await import('sucrase');
  const compiled = new Map<string, string>();
  for (const [path, text] of Object.entries(files)) {
    const { code } = transform(text, { transforms: ['typescript', 'imports'], filePath: path, production: true });
    compiled.set(path, code);
  }
  const bare = await loadPackages(compiled.values());
  const modules = new Map<string, { exports: Record<string, unknown> }>();
  const load = (path: string): Record<string, unknown> => {
    const known = modules.get(path);
    if (known !== undefined) return known.exports;
    const code = compiled.get(path);
    if (code === undefined)
      throw new Error(`A file of this lab must be imported. Received: '${path}'. Correct the import.`);
    const module = { exports: {} as Record<string, unknown> };
    modules.set(path, module);
    const require = (from: string) =>
      from.startsWith('.') ? load(resolved(path, from, compiled)) : packageOf(bare, from);
    // The very purpose: the reader's own code, in a worker of its own that holds nothing else.
    // Nothing stands on a line before the code, so that its lines keep their numbers.
    const run = `(function (require, module, exports) {${code}\n})\n//# sourceURL=${path}`;
    // biome-ignore lint/security/noGlobalEval: as above; `new Function` would put two lines before the code.
    (globalThis.eval(run) as (...given: unknown[]) => void)(require, module, module.exports);
    return module.exports;
  };
  return load(entry);
}

async function loadPackages(codes: Iterable<string>): Promise<Map<string, unknown>> {
  const named = new Set<string>();
  for (const code of codes) {
    for (const [, from] of code.matchAll(/require\('([^'.][^']*)'\)/g)) named.add(from!);
  }
  const loaded = new Map<string, unknown>();
  for (const name of named) {
    const load = packages[name];
    if (load !== undefined) loaded.set(name, await load());
  }
  return loaded;
}

function packageOf(loaded: ReadonlyMap<string, unknown>, name: string): unknown {
  const found = loaded.get(name);
  if (found !== undefined) return found;
  const names = Object.keys(packages).join(', ');
  throw new Error(`An import must be one of ${names}. Received: '${name}'. Other packages are there in Node.`);
}

function resolved(importer: string, from: string, files: ReadonlyMap<string, string>): string {
  const { pathname } = new URL(from, `file:///${importer}`);
  const path = pathname.slice(1);
  return [`${path}.ts`, `${path}/index.ts`].find((candidate) => files.has(candidate)) ?? `${path}.ts`;
}
