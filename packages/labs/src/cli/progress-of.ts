import { join } from 'node:path';
import type { ExerciseState } from '../exercises/node/exercise-folder';
import type { CatalogEntry } from '../labs/catalog';
import type { KeptRun } from '../runner/node/read-runs';

/** How far a learner is with a lab. */
export interface LabProgress {
  /** The newest finished run. */
  run?: { path: string; test: Readonly<Record<string, number>> };
  /** `none`: the lab has no exercise; `new`: not started. */
  exercise: 'none' | 'new' | 'begun' | 'passed';
  /** How many steps passed when it was judged last. */
  steps?: { passed: number; all: number };
}

/** How far a learner is with each lab, from the runs and the exercises in the current folder. */
export async function progressOf(catalog: readonly CatalogEntry[], folder = '.'): Promise<LabProgress[]> {
  const { readRuns } = await import('../runner/node/read-runs');
  const runs = await readRuns(join(folder, 'runs'));
  return Promise.all(catalog.map((entry) => progress(entry, runs, folder)));
}

async function progress(
  { about, exercise }: CatalogEntry,
  runs: readonly KeptRun[],
  folder: string,
): Promise<LabProgress> {
  const finished = runs.filter(({ config }) => config.lab === about.id && config.state === 'finished').at(-1);
  const run = finished && {
    path: finished.path,
    test: (finished.config.test ?? {}) as Readonly<Record<string, number>>,
  };
  const known = run === undefined ? {} : { run };
  if (exercise === undefined) return { ...known, exercise: 'none' };
  const state = await stateOf(about.id, join(folder, 'exercises', about.id));
  if (state === undefined) return { ...known, exercise: 'new' };
  const steps = state.steps === undefined ? {} : { steps: state.steps };
  return { ...known, exercise: state.passed ? 'passed' : 'begun', ...steps };
}

/** `undefined` where no exercise was started. */
async function stateOf(lab: string, folder: string): Promise<ExerciseState | undefined> {
  const { isStarted, readState } = await import('../exercises/node/exercise-folder');
  return (await isStarted(folder)) ? readState(lab, folder) : undefined;
}

/** The measure people ask for first. */
export function headline(test: Readonly<Record<string, number>>): [name: string, value: number] | undefined {
  const names = ['accuracy', 'mae', 'loss', ...Object.keys(test)];
  const name = names.find((candidate) => Number.isFinite(test[candidate]));
  return name === undefined ? undefined : [name, test[name]!];
}
