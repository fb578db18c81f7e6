import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setSeed } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { compiledExecution, compiles, type Execution, eager } from './execution';
import type { GoldenCase, GoldenFile } from './golden';
import { type CaseRunner, type Group, groups } from './groups';
import { judge, type Verdict } from './judge';

/** What became of one case. */
export interface CaseResult extends Verdict {
  group: string;
  name: string;
  /** Why it did not run as a program, where it was to be compiled and could not be. */
  refused?: string | undefined;
}

/** How cases are run: as they are, compiled, or both, one after the other, where a case must pass both. */
export type Mode = 'eager' | 'compiled' | 'both';

export interface KitOptions {
  /** Default: both where the backend compiles steps, eager elsewhere. */
  mode?: Mode;
  /** Only these groups; all files of the kit by default. */
  only?: readonly string[];
}

/** Runs every case of every file of a kit. Yields each result as it comes. Throws on a folder without groups. */
export async function* runKit(
  folder: string,
  { only = [], mode = compiles() ? 'both' : 'eager' }: KitOptions = {},
): AsyncGenerator<CaseResult> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  const names = files.map((file) => file.slice(0, -'.json'.length));
  const missing = only.filter((name) => !names.includes(name));
  if (missing.length > 0 || names.length === 0) {
    throw new Error(
      `A kit folder holds one JSON file per group. Received: ${folder} without ${missing.join(', ') || 'any'}.`,
    );
  }
  for (const name of names) {
    if (only.length > 0 && !only.includes(name)) continue;
    const file = JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')) as GoldenFile;
    for (const golden of file.cases) yield await runCase(name, golden, mode);
  }
}

/** Runs one case of a group, in each way the mode names, and frees every tensor it made. */
export async function runCase(
  group: string,
  golden: GoldenCase & { kind?: string },
  mode: Mode = 'eager',
): Promise<CaseResult> {
  const runner = runnerOf(groups[group], golden.kind);
  const { name } = golden;
  if (typeof runner === 'string') return { group, name, passed: false, excess: Infinity, reason: runner };
  let refused: string | undefined;
  const compiled = compiledExecution((reason) => {
    refused = reason;
  });
  const executions = { eager: [eager], compiled: [compiled], both: [eager, compiled] }[mode];
  let worst = 0;
  for (const execution of executions) {
    const { passed, excess, reason } = await verdictOf(runner, golden, execution);
    worst = Math.max(worst, excess);
    const which = execution === compiled ? 'compiled: ' : '';
    if (!passed) return { group, name, passed, excess, reason: `${which}${reason}`, refused };
  }
  return { group, name, passed: true, excess: worst, reason: '', refused };
}

async function verdictOf(runner: CaseRunner, golden: GoldenCase, execution: Execution): Promise<Verdict> {
  // Whatever is drawn in a case is drawn the same in each run.
  setSeed(0);
  tf.engine().startScope();
  try {
    return judge(await runner(golden as never, execution));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { passed: false, excess: Infinity, reason };
  } finally {
    tf.engine().endScope();
    execution.dispose();
    // Variables outlive scopes, and a case has no use for them after its end.
    tf.disposeVariables();
  }
}

function runnerOf(group: Group | undefined, kind: string | undefined): CaseRunner | string {
  if (typeof group === 'function') return group;
  if (group === undefined) return 'nothing runs this group yet';
  const runner = group[kind ?? ''];
  return runner ?? `nothing runs cases of kind '${kind ?? ''}' in this group yet`;
}
