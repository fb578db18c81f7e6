import type { Problem } from './problem';
import { packageFolders, type SourceTree } from './source-tree';

/** The files that every package has. */
const files = ['README.md', 'package.json', 'tsconfig.json', 'tsup.config.ts', 'src/index.ts', 'src/index.test.ts'];

const installScripts = ['preinstall', 'install', 'postinstall', 'preprepare', 'prepare', 'postprepare'];

/** Checks that every package has the same files and says the same things in its package.json. */
export function checkPackages(tree: SourceTree): Problem[] {
  return packageFolders(tree).flatMap((folder) => [
    ...files
      .filter((file) => !tree.has(`${folder}/${file}`))
      .map((file) => ({
        file: `${folder}/${file}`,
        message: 'must exist in every package. Received: no such file. Write it.',
      })),
    ...checkManifest(tree, folder),
    ...checkIndexTest(tree, folder),
  ]);
}

function checkManifest(tree: SourceTree, folder: string): Problem[] {
  const file = `${folder}/package.json`;
  const text = tree.get(file);
  if (text === undefined) return [];
  const manifest = JSON.parse(text) as Record<string, unknown>;
  const root = JSON.parse(tree.get('package.json') ?? '{}') as Record<string, unknown>;
  const wanted: [field: string, rule: string, holds: boolean][] = [
    ['name', `"@tenlab/${folder.slice('packages/'.length)}"`, manifest.name === `@tenlab/${folder.split('/')[1]}`],
    ['description', 'one sentence', typeof manifest.description === 'string' && manifest.description.length > 10],
    ['license', '"MIT"', manifest.license === 'MIT'],
    ['type', '"module"', manifest.type === 'module'],
    ['sideEffects', 'true or false, or a list of files', manifest.sideEffects !== undefined],
    ['files', 'a list with "dist"', Array.isArray(manifest.files) && manifest.files.includes('dist')],
    ['engines', 'those of the workspace', JSON.stringify(manifest.engines) === JSON.stringify(root.engines)],
    ['publishConfig', '{ "access": "public" }', JSON.stringify(manifest.publishConfig) === '{"access":"public"}'],
    ['exports', 'ESM and CommonJS, each with its types', exportsAreWhole(manifest.exports)],
  ];
  const problems = wanted
    .filter(([, , holds]) => !holds)
    .map(
      ([field, rule]) =>
        `\`${field}\` must be ${rule}. Received: ${JSON.stringify(manifest[field])}. Compare packages/core.`,
    );
  for (const script of installScripts) {
    const command = (manifest.scripts as Record<string, string> | undefined)?.[script];
    if (command !== undefined) {
      problems.push(`no script may run at install. Received: \`${script}\`: ${command}. Remove it.`);
    }
  }
  for (const [field, ranges] of [['dependencies'], ['devDependencies']].map(
    ([f = '']) => [f, manifest[f] ?? {}] as const,
  )) {
    for (const [name, range] of Object.entries(ranges as Record<string, string>)) {
      if (/^(catalog|workspace):/.test(range)) continue;
      problems.push(`\`${field}\` take their versions from the catalog. Received: ${name} ${range}. Write "catalog:".`);
    }
  }
  return problems.map((message) => ({ file, message }));
}

/** Every entry but package.json names, for `import` and for `require`, the types first and then the file. */
function exportsAreWhole(exports: unknown): boolean {
  if (typeof exports !== 'object' || exports === null || !('.' in exports) || !('./package.json' in exports))
    return false;
  return Object.entries(exports)
    .filter(([entry]) => entry !== './package.json')
    .every(([, conditions]) =>
      (['import', 'require'] as const).every((kind) => {
        const target = (conditions as Record<string, Record<string, string> | undefined>)[kind];
        return Object.keys(target ?? {}).join() === 'types,default';
      }),
    );
}

/** A change of the public names must be seen in a test. */
function checkIndexTest(tree: SourceTree, folder: string): Problem[] {
  const file = `${folder}/src/index.test.ts`;
  const text = tree.get(file);
  if (text === undefined || /Object\.keys\(/.test(text)) return [];
  return [
    {
      file,
      message: 'must pin the public names. Received: no `Object.keys(api)`. Compare it with a list or a snapshot.',
    },
  ];
}
