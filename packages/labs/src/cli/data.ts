import { TenlabError } from '@tenlab/core';
import { type CatalogEntry, datasetCatalog, type LoadedSet } from '@tenlab/datasets';
import type { Text } from '../texts';
import { commandName } from './command-name';
import { describeReport } from './data-report';
import type { Screen } from './screen';
import { oneOf, usageCode } from './usage';

export interface DataFlags {
  all?: boolean;
  full?: boolean;
  /** Where to pull from instead of the usual places. */
  mirror?: string;
}

const actions = ['list', 'pull', 'verify', 'inspect'] as const;
type Action = (typeof actions)[number];

/** `tenlab data`: lists, fetches, checks or looks over data sets. Exit code 1 where one is damaged or cannot be had. */
export async function data(
  action: string,
  names: readonly string[],
  flags: DataFlags,
  screen: Screen,
): Promise<number> {
  const chosen = await oneOf(action, 'data', actions);
  if (flags.mirror !== undefined) expectMirror(chosen, flags.mirror);
  const entries = await choose(chosen, names, flags);
  let code = 0;
  for (const entry of entries) if (!(await one(chosen, entry, flags, screen))) code = 1;
  return code;
}

function expectMirror(action: Action, mirror: string): void {
  if (action === 'pull' && /^https?:\/\//.test(mirror)) return;
  throw new TenlabError({
    code: usageCode,
    place: `data ${action}`,
    expected: action === 'pull' ? '--mirror with an address that begins with http' : '--mirror with `data pull` only',
    received: mirror,
    remedy: 'For example `data pull mnist --mirror https://mirror.example.org/keras`, a folder that has mnist.npz.',
  });
}

/** Does what is asked for with one set; false where that failed. */
async function one(action: Action, entry: CatalogEntry, flags: DataFlags, screen: Screen): Promise<boolean> {
  const { bold, dim, green, red, yellow } = screen.colors;
  const { name, title } = entry;
  try {
    const set = await load(action, entry, flags, screen);
    const { source, sha256, licence, publisher } = set;
    const counts = { train: set.train.count, test: set.test?.count ?? 0 };
    const found = { event: 'data', name, title, found: true, source, sha256, licence, publisher, ...counts };
    if (action === 'inspect') {
      const { inspectData } = await import('@tenlab/datasets');
      const report = inspectData(set);
      screen.event({ ...found, report });
      screen.say(`${bold(name)}  ${title}\n  ${dim(source)}`);
      for (const line of describeReport(report, screen.language))
        screen.say(`  ${line.isFault ? yellow(line.text) : line.text}`);
      return true;
    }
    screen.event(found);
    screen.say(`${green('✓')} ${bold(name)}  ${title}`);
    screen.say(`  ${source}  ${dim(`${licence}; ${publisher}`)}`);
    return true;
  } catch (error) {
    if (!TenlabError.isInstance(error)) throw error;
    const absent = error.code === 'offline';
    screen.event({ event: 'data', name, title, found: false, code: error.code, message: error.message });
    if (absent && action === 'list') {
      screen.say(`${dim('-')} ${bold(name)}  ${title}\n  ${dim(screen.words(absentText(name)))}`);
      return true;
    }
    screen.say(`${red('✗')} ${bold(name)}  ${error.message}`);
    return false;
  }
}

function absentText(name: string): Text {
  const pull = `${commandName} data pull ${name}`;
  return { en: `not on this machine: ${pull}`, zh: `不在这台机器上：${pull}` };
}

function load(
  action: Action,
  entry: CatalogEntry,
  { full = false, mirror }: DataFlags,
  screen: Screen,
): Promise<LoadedSet> {
  if (action !== 'pull') return entry.load({ offline: true, full });
  let told = 0;
  return entry.load({
    full,
    ...(mirror !== undefined && { mirror }),
    onProgress: ({ url, received, total }) => {
      screen.event({ event: 'download', name: entry.name, url, received, total });
      // Ten lines a file are enough for people.
      const share = total === undefined ? 0 : Math.floor((10 * received) / total);
      if (share === told) return;
      told = share;
      if (share > 0) screen.say(`  ${entry.name}: ${share * 10} % / ${Math.round(total! / 1e6)} MB`);
    },
  });
}

async function choose(action: Action, names: readonly string[], { all = false }: DataFlags): Promise<CatalogEntry[]> {
  const known = datasetCatalog.map(({ name }) => name);
  if (all || (names.length === 0 && (action === 'list' || action === 'verify'))) return [...datasetCatalog];
  if (names.length === 0) {
    throw new TenlabError({
      code: usageCode,
      place: `data ${action}`,
      expected: `the names of data sets: ${known.join(', ')}`,
      received: names,
      remedy: `For example \`data ${action} fashion-mnist\`, or \`data ${action} --all\`.`,
    });
  }
  const checked = await Promise.all(names.map((name) => oneOf(name, `data ${action}`, known)));
  return datasetCatalog.filter(({ name }) => checked.includes(name));
}
