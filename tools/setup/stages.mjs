import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from './prepare.mjs';
import { readCounts, readVitestReport } from './read-results.mjs';
import { runCommand } from './run-command.mjs';

/** @import { StageResult } from './read-results.mjs' */

/** Golden vectors by real Keras; a clone of its own does not have them beside it, CI does. */
const conformanceKit = join(root, '..', 'shared', 'conformance');

/**
 * The stages of `npm test`, the quick ones first.
 *
 * @type {{ name: string, run: () => Promise<StageResult> }[]}
 */
export const stages = [
  { name: 'lint and format', run: () => check([tool('@biomejs/biome/bin/biome'), 'check', '.']) },
  { name: 'layout', run: () => check(['--import', 'tsx', 'tools/check-layout.ts']) },
  { name: 'types', run: () => check([tool('typescript/bin/tsc'), '-p', '.']) },
  { name: 'unit tests', run: unitTests },
  { name: 'conformance with Keras, on wasm', run: conformance },
  {
    name: "tfjs-core's own suite, on wasm",
    run: () => counted(['--import', 'tsx', 'tools/tfjs-suite/main.ts', '--backend', 'wasm']),
  },
  { name: 'packed packages', run: () => counted(['--import', 'tsx', 'tools/pack-check.ts']) },
];

/** @param {string} path inside node_modules */
function tool(path) {
  return join(root, 'node_modules', path);
}

/** @param {string[]} args of node */
function run(args) {
  return runCommand([process.execPath, ...args], { cwd: root, output: 'both', limit: 1_200_000 });
}

/**
 * A stage that is one test: it passes when the command does.
 *
 * @param {string[]} args
 * @returns {Promise<StageResult>}
 */
async function check(args) {
  const { code } = await run(args);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * A stage that ends in `N passed, N failed`.
 *
 * @param {string[]} args
 */
async function counted(args) {
  return readCounts(await run(args));
}

/** @returns {Promise<StageResult>} */
async function unitTests() {
  const folder = mkdtempSync(join(tmpdir(), 'tenlab-test-'));
  const file = join(folder, 'vitest.json');
  try {
    const { code } = await run([
      tool('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ]);
    return readVitestReport(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns {Promise<StageResult>} */
async function conformance() {
  if (existsSync(conformanceKit)) {
    return counted(['--import', 'tsx', 'tools/conformance/main.ts', conformanceKit, '--backend', 'wasm']);
  }
  const note = `skipped: the golden vectors are not at ${relative(root, conformanceKit)}`;
  process.stdout.write(`${note}\n`);
  return process.env.CI
    ? { passed: 0, failed: 1, notes: [`${note}, and CI needs them`] }
    : { passed: 0, failed: 0, notes: [note] };
}
