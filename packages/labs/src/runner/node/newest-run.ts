import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunConfig } from './run-folder';

/** The folder of the newest finished run of a lab below `runs`; `undefined` when there is none. */
export async function newestFinishedRun(lab: string, runs = 'runs'): Promise<string | undefined> {
  const names = await readdir(runs).catch(() => []);
  let newest: { path: string; ended: string } | undefined;
  for (const name of names) {
    const path = join(runs, name);
    const config = await readConfig(path);
    if (config?.lab !== lab || config.state !== 'finished' || config.ended === undefined) continue;
    if (newest === undefined || config.ended > newest.ended) newest = { path, ended: config.ended };
  }
  return newest?.path;
}

/** A run's `config.json`; `undefined` where there is none that can be read. */
async function readConfig(folder: string): Promise<RunConfig | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, 'config.json'), 'utf8')) as RunConfig;
  } catch {
    return undefined;
  }
}
