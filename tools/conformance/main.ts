/**
 * `pnpm conformance DIR` runs a conformance kit: cases that real Keras answered, each built, fed and compared here.
 * It is not a unit test of ours: any kit of the same format will do, made with other seeds, shapes and values.
 */
import { parseArgs } from 'node:util';
import { compiles } from './execution';
import { type CaseResult, type Mode, runKit } from './run-kit';
import { backendNames, startBackend } from './start-backend';

const usage = `pnpm conformance DIR [--backend ${backendNames.join('|')}] [--only GROUP]...

  --backend  the backend to compute on (wasm)
  --mode     eager, compiled, or both (wasm: both; a case must then pass in both ways)
  --only     only this group (file) of the kit; may be given several times
  --summary  do not list the failing cases, only the counts of each group`;

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
// Thread pools and timers of a backend must not keep a finished run alive.
process.stdout.write('', () => process.exit());

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      backend: { type: 'string', default: 'wasm' },
      mode: { type: 'string' },
      only: { type: 'string', multiple: true },
      summary: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [folder, ...others] = positionals;
  if (values.help || folder === undefined || others.length > 0) {
    say(usage);
    return values.help ? 0 : 2;
  }
  await startBackend(values.backend);
  const mode = modeOf(values.mode, values.backend);
  const results: CaseResult[] = [];
  for await (const result of runKit(folder, { only: values.only ?? [], mode })) {
    results.push(result);
    if (!result.passed && !values.summary) say(`✗ ${result.group} ${result.name}: ${result.reason}`);
  }
  for (const line of summaryOf(results)) say(line);
  const failed = results.filter(({ passed }) => !passed).length;
  say(`${results.length - failed} passed, ${failed} failed`);
  return failed === 0 && results.length > 0 ? 0 : 1;
}

/** One line per group: its counts, and the largest difference among the cases that passed. */
function summaryOf(results: readonly CaseResult[]): string[] {
  return [...new Set(results.map(({ group }) => group))].map((group) => {
    const own = results.filter((result) => result.group === group);
    const passed = own.filter((result) => result.passed);
    const largest = Math.max(0, ...passed.map(({ excess }) => excess));
    const note = passed.length > 0 ? `, largest difference ${(100 * largest).toFixed(0)} % of the tolerance` : '';
    const refused = own.filter((result) => result.refused !== undefined);
    const asTheyAre = refused.length > 0 ? `, ${refused.length} could not be compiled (${refused[0]?.refused})` : '';
    return `${group}: ${passed.length} of ${own.length} passed${note}${asTheyAre}`;
  });
}

function modeOf(given: string | undefined, backend: string): Mode {
  const mode = given ?? (compiles() ? 'both' : 'eager');
  if (mode !== 'eager' && mode !== 'compiled' && mode !== 'both') {
    throw new Error(`--mode: must be eager, compiled or both. Received: ${mode}. Try --help.`);
  }
  if (mode === 'eager' || compiles()) return mode;
  throw new Error(`--mode: must be eager on ${backend}, which compiles nothing. Received: ${mode}. Leave it out.`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
