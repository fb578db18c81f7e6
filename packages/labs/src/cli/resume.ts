import { resolve } from 'node:path';
import type { KeptRun } from '../runner/node/read-runs';
import type { RunFolder } from '../runner/node/run-folder';
import type { ReadFlags, RunFlags, Settings } from './run-flags';
import type { Screen } from './screen';
import { refuse } from './usage';

/** A run to go on with: its folder, and what it was asked for. */
export interface Resumed {
  folder: RunFolder;
  settings: Settings;
  options: Pick<ReadFlags, 'backend' | 'threads' | 'bundled'>;
}

/**
 * `run LAB --resume`: finds the run that was ended before its end. Without `--out` it is the lab's newest.
 *
 * @returns `'finished'` where the folder named holds a run that came to its end, which is then told again; nothing where there is no
 * run to go on with, and one is begun anew.
 * @throws TenlabError `usage` where an option asks for another run than the one that is there.
 */
export async function goOn(
  lab: string,
  flags: RunFlags,
  options: ReadFlags,
  screen: Screen,
): Promise<Resumed | 'finished' | undefined> {
  const run = await runToResume(lab, flags.out);
  if (run === undefined) {
    screen.tell({ en: 'There is no run to go on with: a new one begins.', zh: '没有可以继续的运行，重新开始。' });
    return undefined;
  }
  const { config } = run;
  if (config.lab !== lab) await refuse('--resume', `a run of ${lab}`, config.lab, 'Name another folder with `--out`.');
  const { settings, asked = {} } = config as { settings?: Settings; asked?: Partial<ReadFlags> };
  await expectSame(options, { ...asked, ...settings });
  if (config.state === 'finished') {
    const { test, seconds, weights_sha256 } = config;
    screen.event({ event: 'end', test, seconds, weights_sha256, artifacts: [] });
    screen.tell({ en: `This run has come to its end: ${run.path}`, zh: `这次运行已经完成：${run.path}` });
    return 'finished';
  }
  const { RunFolder } = await import('../runner/node/run-folder');
  const { error: _, ended: __, ...rest } = config;
  const folder = RunFolder.open(run.path, rest as typeof config);
  await folder.note({ state: 'running', pid: process.pid });
  const { start } = config as { start?: { backend: ReadFlags['backend'] } };
  // Another backend rounds otherwise; what the run began on is what it ends on.
  const backend = options.backend ?? start?.backend ?? asked.backend;
  const { threads = asked.threads, bundled = asked.bundled } = options;
  return { folder, settings: settings!, options: { backend, threads, bundled } };
}

async function runToResume(lab: string, out: string | undefined): Promise<KeptRun | undefined> {
  const { readRun, readRuns } = await import('../runner/node/read-runs');
  if (out !== undefined) return readRun(resolve(out)).catch(() => undefined);
  const open = (await readRuns()).filter(({ config }) => config.lab === lab && config.state !== 'finished');
  return open.at(-1);
}

const names = {
  epochs: '--epochs',
  batchSize: '--batch-size',
  limit: '--limit',
  seed: '--seed',
  tier: '--tier',
  bundled: '--bundled',
} as const;

async function expectSame(typed: ReadFlags, kept: Partial<Settings & ReadFlags>): Promise<void> {
  for (const [name, option] of Object.entries(names) as [keyof typeof names, string][]) {
    const value = typed[name];
    if (value === undefined || value === kept[name]) continue;
    // A run without a tier of its own had the usual one.
    if (name === 'tier' && kept.tier === undefined && value === 'laptop') continue;
    await refuse(
      option,
      `what the run began with: ${kept[name] ?? 'none'}`,
      String(value),
      'Leave the option out, or leave out `--resume` to begin a new run.',
    );
  }
}
