import { readFile, writeFile } from 'node:fs/promises';
import type { Machine } from './machine';
import type { NetResult } from './results';
import type { SingleResult } from './single-results';

/** The JSON file of a bench, and what the page of results is made from. */
export interface Results {
  readonly machine: Machine;
  readonly nets: Readonly<Record<string, NetResult>>;
  readonly memory?: SingleResult;
  readonly start?: SingleResult;
}

/** Writes what was measured. What else the file holds of the same machine stays: times, memory and start can be measured one by one. */
export async function writeResults(
  file: string,
  machine: Machine,
  measured: Partial<Omit<Results, 'machine'>>,
): Promise<void> {
  const earlier = await readResults(file).catch(() => undefined);
  const kept = earlier !== undefined && sameMachine(earlier.machine, machine) ? earlier : {};
  const results: Results = { nets: {}, ...kept, ...measured, machine };
  const { nets, memory, start } = results;
  const ordered = { machine, nets, ...(memory && { memory }), ...(start && { start }) };
  await writeFile(file, `${JSON.stringify(ordered, null, 2)}\n`);
}

/** @throws where the file is none that a bench wrote */
export async function readResults(file: string): Promise<Results> {
  const results: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (typeof results === 'object' && results !== null && 'machine' in results && 'nets' in results) {
    return results as Results;
  }
  throw new Error(`${file}: must be a file that \`pnpm bench --json\` wrote. Received: JSON without machine and nets.`);
}

/** The same but for the day. */
function sameMachine({ date: _, ...one }: Machine, { date: __, ...other }: Machine): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
