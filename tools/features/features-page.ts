import { remarks, spellings } from './notes';

/** Public names of Keras by namespace, each with what it stands for: `Convolution2D` is `Conv2D`. */
export type KerasNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A package, and what it exports. */
export interface PackageExports {
  readonly name: string;
  readonly exports: Readonly<Record<string, unknown>>;
}

export interface PageSources {
  readonly kerasVersion: string;
  readonly names: KerasNames;
  readonly packages: readonly PackageExports[];
  /** What is held against Keras's own numbers, with its family: `layers.Dense`. */
  readonly golden: ReadonlySet<string>;
}

interface Found {
  readonly name: string;
  readonly where: string;
}

interface Row {
  readonly keras: string;
  readonly ours: string;
  readonly state: '🟢' | '🟡' | '⚪';
  readonly remark: string;
}

/** The text of FEATURES.md. */
export function featuresPage(sources: PageSources): string {
  expectSpellings(sources);
  const sections = Object.entries(sources.names).map(([namespace, names]) => {
    const rows = Object.entries(names).map(([name, meaning]) => rowOf(namespace, name, meaning, sources));
    return { namespace, rows };
  });
  const count = (rows: readonly Row[], state: Row['state']) => rows.filter((row) => row.state === state).length;
  const overview = sections.map(
    ({ namespace, rows }) =>
      `| [\`${namespace}\`](#${namespace.replaceAll('.', '')}) | ${rows.length} | ${count(rows, '🟢')} | ${count(rows, '🟡')} | ${count(rows, '⚪')} |`,
  );
  return [
    '# What there is of Keras',
    '',
    `The public names of Keras ${sources.kerasVersion}, what stands for them here, and how sure that is. This page is made from what the packages`,
    'export (`pnpm features`), and a test fails when it is not.',
    '',
    '| | |',
    '|---|---|',
    '| 🟢 | exported, and held against numbers that Keras has computed |',
    '| 🟡 | exported, and tested in other ways, or of another form: see the remark |',
    '| ⚪ | not here |',
    '',
    "Names without a package are exported by `@tenlab/layers`. Options are Keras's in camelCase, configs are Keras's own JSON. For `keras.ops` take",
    'the operations of TensorFlow.js; `keras.applications` and what belongs to Python alone are not compared.',
    '',
    '| namespace | names | 🟢 | 🟡 | ⚪ |',
    '|---|---|---|---|---|',
    ...overview,
    ...sections.flatMap(({ namespace, rows }) => [
      '',
      `## ${namespace}`,
      '',
      '| Keras | here | | remark |',
      '|---|---|---|---|',
      ...rows.map(({ keras, ours, state, remark }) => `| \`${keras}\` | ${ours} | ${state} | ${remark} |`),
    ]),
    '',
  ].join('\n');
}

function rowOf(namespace: string, name: string, meaning: string, sources: PageSources): Row {
  const symbol = `${namespace}.${name}`;
  const remark = remarks[symbol] ?? remarks[`${namespace}.${meaning}`] ?? '';
  const found = find(namespace, name, meaning, sources.packages);
  if (found) {
    const family = namespace.split('.').at(-1);
    const golden = [meaning, name].some((each) => sources.golden.has(`${family}.${each}`));
    const alias = meaning !== name && found.name.split('.').at(-1) === meaning ? 'another name of it' : '';
    const ours = found.where === '@tenlab/layers' ? `\`${found.name}\`` : `\`${found.name}\` of \`${found.where}\``;
    return { keras: name, ours, state: golden ? '🟢' : '🟡', remark: [alias, remark].filter(Boolean).join('; ') };
  }
  const named = byName(namespace, name, sources.packages);
  if (named) return { keras: name, ours: named, state: '🟡', remark: remark || 'by name' };
  return { keras: name, ours: '', state: '⚪', remark };
}

/** Where something stands under Keras's name, ours, or the name of what Keras's is an alias of. */
function find(namespace: string, name: string, meaning: string, packages: readonly PackageExports[]): Found | null {
  const spelled = spellings[`${namespace}.${name}`];
  const family = namespace.split('.').at(-1) as string;
  const paths = spelled
    ? [spelled]
    : [name, camelCase(name), meaning, camelCase(meaning)].flatMap((each) => [each, `${family}.${each}`]);
  // A metric may be called like a loss: what is in the namespace goes before what is exported by itself.
  const inFamily = (path: string) => (path.startsWith(`${family}.`) ? 0 : 1);
  const isShared = ['losses', 'metrics', 'initializers', 'activations', 'regularizers', 'constraints'].includes(family);
  const ordered = isShared ? paths.filter((path) => spelled || inFamily(path) === 0) : paths;
  for (const path of ordered) {
    for (const { name: where, exports } of packages) {
      const value = path
        .split('.')
        .reduce<unknown>((of, key) => (of as Record<string, unknown> | undefined)?.[key], exports);
      if (typeof value === 'function') return { name: path, where };
    }
  }
  return null;
}

/** What has no export, but is found by Keras's name where names are taken: a loss in `compile`, an initializer of a layer. */
function byName(namespace: string, name: string, packages: readonly PackageExports[]): string | null {
  const family = namespace.split('.').at(-1) as string;
  const finders: Record<string, string> = {
    losses: 'getLoss',
    metrics: 'getMetric',
    initializers: 'getInitializer',
    regularizers: 'getRegularizer',
    constraints: 'getConstraint',
  };
  const finder = finders[family];
  const space = packages.map(({ exports }) => exports[family]).find(Boolean) as Record<string, unknown> | undefined;
  const get = finder && space?.[finder];
  if (typeof get !== 'function') return null;
  try {
    get(name);
  } catch {
    // It does not know the name, or the class needs options: then there is nothing to write under that name.
    return null;
  }
  return `\`'${name}'\``;
}

/** Throws where a spelling leads nowhere: what is written there must run. */
function expectSpellings({ names, packages }: PageSources): void {
  for (const symbol of [...Object.keys(spellings), ...Object.keys(remarks)]) {
    const at = symbol.lastIndexOf('.');
    const [namespace, name] = [symbol.slice(0, at), symbol.slice(at + 1)];
    const meaning = names[namespace]?.[name];
    if (meaning === undefined) throw new Error(`notes.ts must name symbols of Keras. Received: ${symbol}. Remove it.`);
    if (symbol in spellings && !find(namespace, name, meaning, packages)) {
      throw new Error(`notes.ts must name what is exported. Received: ${spellings[symbol]} for ${symbol}. Correct it.`);
    }
  }
}

function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
