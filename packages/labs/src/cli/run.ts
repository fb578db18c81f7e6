import { cpus } from 'node:os';
import type { BackendName } from '@tenlab/core';
import type { Lab, Tier, TierSettings } from '../define-lab';
import type { RunFolder } from '../runner/node/run-folder';
import { inLanguage, type Language, languages } from '../texts';
import { commandName } from './command-name';
import { listenForInterruption } from './interruption';
import { reportProgress } from './run-progress';
import type { Screen } from './screen';
import { oneOf, wholeNumber } from './usage';

/** The options of `tenlab run`, as commander hands them over: texts as they were typed. */
export interface RunFlags {
  epochs?: string;
  batchSize?: string;
  backend?: string;
  threads?: string;
  seed?: string;
  limit?: string;
  tier?: string;
  lang?: string;
  out?: string;
}

const backends = ['auto', 'tensorflow-gpu', 'wasm', 'tensorflow', 'cpu'] as const;
const tiers = ['smoke', 'laptop', 'full'] as const;
const usualSeed = 1;

/** `tenlab run LAB`: trains a lab, shows what it does, and leaves a folder with what came out. Returns the exit code. */
export async function run(labName: string, flags: RunFlags, screen: Screen): Promise<number> {
  const options = await readFlags(flags);
  const { loadLab } = await import('../labs/catalog');
  const lab = await loadLab(labName);
  const settings = settingsOf(lab, options);
  const { RunFolder } = await import('../runner/node/run-folder');
  const started = new Date().toISOString();
  const folder = await RunFolder.create(
    { lab: lab.id, state: 'running', started, settings, node: process.version },
    flags.out,
  );
  const interruption = listenForInterruption(() => {
    process.stderr.write('\nStopping. Saving what was learned; press Ctrl-C again to stop at once.\n');
  });
  try {
    await train({ lab, settings, folder, screen, signal: interruption.signal, ...options });
    return 0;
  } catch (error) {
    const { code = 'defect', message } = error as Error & { code?: string };
    const exitCode = code === 'interrupted' ? interruption.exitCode() : undefined;
    const state = exitCode === undefined ? 'failed' : 'interrupted';
    // The folder may be the very thing that failed: then the first error is the one to tell.
    await folder.note({ state, ended: new Date().toISOString(), error: { code, message } }).catch(() => {});
    if (exitCode === undefined) throw error;
    screen.event({ event: 'error', code, message });
    process.stderr.write(`${message}\n`);
    return exitCode;
  } finally {
    interruption.end();
  }
}

interface ReadFlags {
  epochs: number | undefined;
  batchSize: number | undefined;
  limit: number | undefined;
  threads: number | undefined;
  seed: number;
  backend: 'auto' | BackendName;
  tier: Tier;
  language: Language;
}

async function readFlags(flags: RunFlags): Promise<ReadFlags> {
  const number = (text: string | undefined, option: string, least: number, most: number, example: number) =>
    text === undefined ? undefined : wholeNumber(text, { option, least, most, example });
  return {
    epochs: await number(flags.epochs, '--epochs', 1, 100_000, 10),
    batchSize: await number(flags.batchSize, '--batch-size', 1, 1_000_000, 32),
    limit: await number(flags.limit, '--limit', 1, 1_000_000_000, 6000),
    threads: await number(flags.threads, '--threads', 1, 1024, cpus().length),
    seed: (await number(flags.seed, '--seed', 0, 2 ** 32 - 1, 42)) ?? usualSeed,
    backend: await oneOf(flags.backend ?? 'auto', '--backend', backends),
    tier: await oneOf(flags.tier ?? 'laptop', '--tier', tiers),
    language: await oneOf(flags.lang ?? 'en', '--lang', languages),
  };
}

function settingsOf(lab: Lab, { epochs, batchSize, limit, seed, tier }: ReadFlags): TierSettings & { seed: number } {
  const usual = lab.tiers[tier];
  const size = limit ?? usual.limit;
  return {
    epochs: epochs ?? usual.epochs,
    batchSize: batchSize ?? usual.batchSize,
    ...(size === undefined ? {} : { limit: size }),
    seed,
  };
}

interface Training extends ReadFlags {
  lab: Lab;
  settings: TierSettings & { seed: number };
  folder: RunFolder;
  screen: Screen;
  signal: AbortSignal;
}

async function train({ lab, settings, folder, screen, signal, backend, threads, language }: Training): Promise<void> {
  const { bold, dim } = screen.colors;
  const [{ runLab }, { FolderHome }] = await Promise.all([
    import('../runner/run-lab'),
    import('../runner/node/folder-home'),
  ]);
  const kind = lab.number === undefined ? 'Extra' : `Lab ${lab.number}`;
  screen.say(bold(`${kind}: ${inLanguage(lab.title, language)}`));
  screen.say(inLanguage(lab.goal, language));
  screen.say(dim(`Epochs ${settings.epochs}, batch size ${settings.batchSize}, seed ${settings.seed}`));
  const progress = reportProgress(screen, commandName);
  const home = new FolderHome({
    folder,
    language,
    command: commandName,
    tell: (event, file) => progress.tell(event, file),
    kept: (outcome, report) => progress.kept(outcome, report),
    callbacks: () => progress.callbacks(settings.epochs),
  });
  const datasets = { onProgress: progress.download };
  await runLab(lab, { settings, backend, threads, datasets, language, signal }, home);
}
