import { expect, test } from 'vitest';
import { checkPackages } from './check-packages';

const entry = {
  import: { types: './dist/index.d.ts', default: './dist/index.js' },
  require: { types: './dist/index.d.cts', default: './dist/index.cjs' },
};
const manifest = {
  name: '@tenlab/x',
  description: 'What it is for.',
  license: 'MIT',
  type: 'module',
  sideEffects: false,
  exports: { '.': entry, './package.json': './package.json' },
  files: ['dist'],
  engines: { node: '>=20.19.0' },
  publishConfig: { access: 'public' },
  scripts: { build: 'tsup' },
  dependencies: { fflate: 'catalog:', '@tenlab/core': 'workspace:^' },
};

function messages(change: Record<string, unknown> = {}, files: Record<string, string | undefined> = {}): string[] {
  const all: Record<string, string | undefined> = {
    'package.json': JSON.stringify({ engines: { node: '>=20.19.0' } }),
    'packages/x/package.json': JSON.stringify({ ...manifest, ...change }),
    'packages/x/README.md': '',
    'packages/x/tsconfig.json': '',
    'packages/x/tsup.config.ts': '',
    'packages/x/src/index.ts': '',
    'packages/x/src/index.test.ts': 'Object.keys(api)',
    ...files,
  };
  const tree = new Map(Object.entries(all).filter((file): file is [string, string] => file[1] !== undefined));
  return checkPackages(tree).map((problem) => `${problem.file}: ${problem.message}`);
}

test('a package like the others passes', () => {
  expect(messages()).toEqual([]);
});

test.each(['README.md', 'tsconfig.json', 'tsup.config.ts', 'src/index.ts', 'src/index.test.ts'])(
  '%s must exist',
  (file) => {
    expect(messages({}, { [`packages/x/${file}`]: undefined })).toEqual([
      `packages/x/${file}: must exist in every package. Received: no such file. Write it.`,
    ]);
  },
);

test.each([
  ['name', '@tenlab/y'],
  ['description', undefined],
  ['license', 'ISC'],
  ['type', undefined],
  ['sideEffects', undefined],
  ['files', ['src']],
  ['engines', { node: '>=18' }],
  ['publishConfig', undefined],
  ['exports', { '.': './dist/index.js' }],
  ['exports', { '.': entry }],
  ['exports', { '.': { import: entry.import }, './package.json': './package.json' }],
  ['exports', { '.': { ...entry, require: { default: 'x', types: 'y' } }, './package.json': './package.json' }],
])('`%s` must not be %j', (field, value) => {
  const [message, ...others] = messages({ [field]: value });
  expect(message).toContain(`packages/x/package.json: \`${field}\` must be`);
  expect(others).toEqual([]);
});

test.each(['preinstall', 'install', 'postinstall', 'prepare'])('a script must not run at install: %s', (script) => {
  expect(messages({ scripts: { [script]: 'node x.js' } })).toEqual([
    `packages/x/package.json: no script may run at install. Received: \`${script}\`: node x.js. Remove it.`,
  ]);
});

test('versions come from the catalog', () => {
  expect(messages({ devDependencies: { fflate: '^0.8.0' } })).toEqual([
    'packages/x/package.json: `devDependencies` take their versions from the catalog. Received: fflate ^0.8.0. Write "catalog:".',
  ]);
});

test('the index test must look at the names', () => {
  expect(messages({}, { 'packages/x/src/index.test.ts': 'test("it loads")' })).toEqual([
    expect.stringContaining('must pin the public names'),
  ]);
});
