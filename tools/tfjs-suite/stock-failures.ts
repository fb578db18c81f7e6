import { readFile, writeFile } from 'node:fs/promises';
import type { SpecResult } from './run-specs';

const file = new URL('./stock-wasm-failures.txt', import.meta.url);

/** The specs that tfjs's own wasm backend fails, by name; it passes every other one. Written by `--record-stock`. */
export async function readStockFailures(): Promise<ReadonlySet<string>> {
  return new Set((await readFile(file, 'utf8')).split('\n').filter((line) => line !== ''));
}

export async function writeStockFailures(results: readonly SpecResult[]): Promise<void> {
  const names = results.filter((result) => result.status === 'failed').map((result) => result.name);
  await writeFile(file, `${names.join('\n')}\n`);
}

/** The failed specs that stock wasm passes: what a user who changes over would lose. */
export function regressions(results: readonly SpecResult[], stockFailures: ReadonlySet<string>): SpecResult[] {
  return results.filter((result) => result.status === 'failed' && !stockFailures.has(result.name));
}
