import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EpochEvent, LabEvent } from '../events';
import type { RunConfig } from './run-folder';

/** A run as its folder tells of it. */
export interface KeptRun {
  path: string;
  config: RunConfig;
}

/** The runs below a folder, in the order in which they were started; folders that hold no run are passed over. */
export async function readRuns(runs = 'runs'): Promise<KeptRun[]> {
  const names = await readdir(runs).catch(() => []);
  const found = await Promise.all(
    names.map(async (name) => ({ path: join(runs, name), config: await configOf(join(runs, name)) })),
  );
  return found
    .filter((run): run is KeptRun => run.config !== undefined)
    .sort((a, b) => (a.config.started < b.config.started ? -1 : 1));
}

/** The newest finished run of a lab; `undefined` where there is none. */
export async function newestFinishedRun(lab: string, runs = 'runs'): Promise<string | undefined> {
  const ended = ({ config }: KeptRun) => config.ended ?? '';
  const finished = (await readRuns(runs)).filter(({ config }) => config.lab === lab && config.state === 'finished');
  return finished.sort((a, b) => (ended(a) < ended(b) ? -1 : 1)).at(-1)?.path;
}

/**
 * Reads one run.
 *
 * @param named its folder, or the folder's name below `runs`
 *
 * @throws TenlabError `no-run` where there is none.
 */
export async function readRun(named: string, runs = 'runs'): Promise<KeptRun> {
  for (const path of [named, join(runs, named)]) {
    const config = await configOf(path);
    if (config !== undefined) return { path, config };
  }
  const is = await stat(named).then(
    () => 'no config.json of a run in it',
    () => 'no such folder',
  );
  // A list of runs need not wait for TensorFlow.js, which the package of the error brings along.
  const { inWords, TenlabError } = await import('@tenlab/core');
  throw new TenlabError({
    code: 'no-run',
    place: named,
    expected: 'the folder of a run, or its name below `runs`',
    received: inWords(is),
    remedy: 'The command `runs` lists those that there are.',
  });
}

/** The epochs that a run has told of. */
export async function readEpochs(run: KeptRun): Promise<EpochEvent[]> {
  const text = await readFile(join(run.path, 'events.ndjson'), 'utf8').catch(() => '');
  const events = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as LabEvent);
  return events.filter((event): event is EpochEvent => event.event === 'epoch');
}

/** A run's `config.json`; `undefined` where there is none that can be read. */
async function configOf(folder: string): Promise<RunConfig | undefined> {
  try {
    const config = JSON.parse(await readFile(join(folder, 'config.json'), 'utf8')) as RunConfig;
    return typeof config.lab === 'string' && typeof config.state === 'string' ? config : undefined;
  } catch {
    return undefined;
  }
}
