/**
 * `pnpm suite:tfjs` runs the specs that tfjs-core ships in its npm package against a backend.
 * It is not a unit test of ours: it is the proof that a TF.js program finds the backend it expects.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { backendNames, loadBackend, type SuiteBackend } from './backends';
import { bundleSpecs } from './bundle-specs';
import { runSpecs, type SpecResult } from './run-specs';
import { readStockFailures, regressions, writeStockFailures } from './stock-failures';

const usage = `pnpm suite:tfjs [--backend ${backendNames.join('|')}] [--filter TEXT] [--json FILE] [--verbose]

  --backend       the backend to test (wasm: ours)
  --filter        only specs whose full name contains TEXT
  --json          write every result to FILE
  --verbose       show what the specs themselves print, and whole failure messages
  --record-stock  with --backend wasm-stock: rewrite the list of specs that stock wasm fails`;

const environmentName = 'suite';

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 2;
}
// Thread pools and timers of a backend must not keep a finished run alive.
process.stdout.write('', () => process.exit());

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      backend: { type: 'string', default: 'wasm' },
      filter: { type: 'string' },
      json: { type: 'string' },
      verbose: { type: 'boolean', default: false },
      'record-stock': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    say(usage);
    return 0;
  }
  const backend = backendNames.find((name) => name === values.backend);
  if (backend === undefined) {
    throw new Error(`--backend: must be one of ${backendNames.join(', ')}. Received: ${values.backend}. Try --help.`);
  }
  if (values['record-stock'] && (backend !== 'wasm-stock' || values.filter !== undefined)) {
    throw new Error('--record-stock: needs the whole suite on --backend wasm-stock. Leave --filter out.');
  }

  const started = performance.now();
  if (!values.verbose) silenceConsole();
  const backendName = await loadBackend(backend);
  const bundle = await bundleSpecs({ name: environmentName, backendName, isDataSync: true });
  const results = await runSpecs(bundle, {
    environmentName,
    ...(values.filter === undefined ? {} : { filter: values.filter }),
    onProgress: (done) => process.stderr.isTTY && process.stderr.write(`\r${done} specs`),
  });
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  if (results.length === 0) throw new Error(`--filter: no spec's name contains it. Received: ${values.filter}.`);
  if (values['record-stock']) await writeStockFailures(results);

  const lost = regressions(results, await readStockFailures());
  const seconds = (performance.now() - started) / 1000;
  report(backend, results, lost, { seconds, verbose: values.verbose });
  if (values.json !== undefined) await writeJson(values.json, { backend, seconds, results, lost });

  const failed = count(results, 'failed');
  say(`${count(results, 'passed')} passed, ${failed} failed`);
  // Stock wasm fails what it is known to fail; the others must pass whole.
  return (backend === 'wasm-stock' ? lost.length : failed) > 0 ? 1 : 0;
}

interface ReportOptions {
  readonly seconds: number;
  readonly verbose: boolean;
}

function report(backend: SuiteBackend, results: SpecResult[], lost: SpecResult[], options: ReportOptions): void {
  const { seconds, verbose } = options;
  const lostNames = new Set(lost.map((result) => result.name));
  for (const { name, status, reason = '' } of results) {
    if (status === 'passed') continue;
    const label = status === 'skipped' ? 'skipped' : lostNames.has(name) ? 'REGRESSION:' : 'failed';
    say(`${label} ${name}\n    ${verbose ? reason : firstLine(reason)}`);
  }
  const skipped = count(results, 'skipped');
  say(`\ntfjs-core's own suite on ${backend}: ${results.length} specs in ${seconds.toFixed(1)} s, ${skipped} skipped`);
  if (lost.length > 0) say(`${lost.length} of the failed specs pass on stock wasm`);
}

async function writeJson(
  file: string,
  run: { backend: SuiteBackend; seconds: number; results: SpecResult[]; lost: SpecResult[] },
): Promise<void> {
  const { backend, seconds, results, lost } = run;
  const summary = {
    backend,
    seconds,
    passed: count(results, 'passed'),
    failed: count(results, 'failed'),
    skipped: count(results, 'skipped'),
    regressions: lost.map((result) => result.name),
    specs: results,
  };
  await writeFile(file, `${JSON.stringify(summary, null, 1)}\n`);
}

function count(results: readonly SpecResult[], status: SpecResult['status']): number {
  return results.filter((result) => result.status === status).length;
}

function firstLine(text: string): string {
  const line = text.split('\n')[0] ?? '';
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Specs print timings and provoke warnings by the dozen; `--verbose` keeps them. */
function silenceConsole(): void {
  for (const method of ['log', 'info', 'warn', 'error', 'debug', 'time', 'timeEnd'] as const)
    console[method] = () => {};
}
