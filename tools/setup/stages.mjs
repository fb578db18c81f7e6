import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from './prepare.mjs';
import { readCounts, readVitestReport } from './read-results.mjs';
import { runCommand } from './run-command.mjs';

/** @import { StageResult } from './read-results.mjs' */

// Golden vectors and files by real Keras and TensorFlow, and the program that opens ours with them: a clone of its own does not have
// them beside it, CI does.
const shared = join(root, '..', 'shared');
const conformanceKit = join(shared, 'conformance');
const fixtures = join(shared, 'fixtures');
const readBack = join(shared, 'tools', 'read_back.py');

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
  { name: 'files by Keras, TensorFlow and others', run: readFixtures },
  { name: 'our files, read by Keras, TensorFlow and others', run: writeFixtures },
  {
    name: "tfjs-core's own suite, on wasm",
    run: () => counted(['--import', 'tsx', 'tools/tfjs-suite/main.ts', '--backend', 'wasm']),
  },
  { name: 'docs site', run: docsSite },
  { name: 'packed packages', run: () => counted(['--import', 'tsx', 'tools/pack-check.ts']) },
];

/** @param {string} path inside node_modules */
function tool(path) {
  return join(root, 'node_modules', path);
}

/** @param {string[]} args of node */
function run(args) {
  return runCommand([process.execPath, ...args], { cwd: root, output: 'both', limit: 2_400_000 });
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
function unitTests() {
  return vitest([]);
}

/**
 * Builds the site, then reads it in a browser.
 *
 * @returns {Promise<StageResult>}
 */
async function docsSite() {
  const built = await check([tool('turbo/bin/turbo'), 'run', 'site', '--output-logs=errors-only']);
  if (built.failed > 0) return { ...built, notes: ['the site was not built'] };
  const read = await vitest(['--config', 'apps/docs/vitest.config.ts']);
  return { ...read, passed: read.passed + built.passed };
}

/**
 * @param {string[]} options
 * @returns {Promise<StageResult>}
 */
async function vitest(options) {
  const folder = mkdtempSync(join(tmpdir(), 'tenlab-test-'));
  const file = join(folder, 'vitest.json');
  try {
    const { code } = await run([
      tool('vitest/vitest.mjs'),
      'run',
      ...options,
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
  const without = missing('the golden vectors are', conformanceKit);
  return without ?? counted(['--import', 'tsx', 'tools/conformance/main.ts', conformanceKit, '--backend', 'wasm']);
}

/** @returns {Promise<StageResult>} */
async function readFixtures() {
  return missing('the files are', fixtures) ?? counted(['--import', 'tsx', 'tools/fixtures/main.ts', fixtures]);
}

/** @returns {Promise<StageResult>} */
async function writeFixtures() {
  const without =
    missing('the program that reads them is', readBack) ?? missing('a Python with the tools is', pythonPath());
  if (without) return without;
  const folder = mkdtempSync(join(tmpdir(), 'tenlab-files-'));
  try {
    const { code } = await run(['--import', 'tsx', 'tools/fixtures/write-main.ts', folder]);
    if (code !== 0) return { passed: 0, failed: 1, notes: ['not all files were written'] };
    const command = [/** @type {string} */ (pythonPath()), readBack, folder, '--quiet'];
    return readCounts(await runCommand(command, { cwd: root, output: 'both', limit: 1_200_000 }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The Python of the real tools, which .ci/run installs from tools/fixtures/requirements.txt. */
function pythonPath() {
  return process.env.TENLAB_PYTHON;
}

/**
 * A stage that lacks something: skipped with the reason, in CI failed. Undefined where it is there.
 *
 * @param {string} what
 * @param {string | undefined} path
 * @returns {StageResult | undefined}
 */
function missing(what, path) {
  if (path !== undefined && existsSync(path)) return undefined;
  const where = path === undefined ? 'not named by TENLAB_PYTHON' : `not at ${relative(root, path)}`;
  const note = `skipped: ${what} ${where}`;
  process.stdout.write(`${note}\n`);
  return process.env.CI
    ? { passed: 0, failed: 1, notes: [`${note}, and CI needs it`] }
    : { passed: 0, failed: 0, notes: [note] };
}
