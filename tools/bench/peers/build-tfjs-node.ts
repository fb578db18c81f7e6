/**
 * `pnpm bench:tfjs-node --python P`: makes the peer `tfjs-node`. The addon that npm would download is built on TensorFlow 2.9 and cannot
 * be had everywhere; so it is compiled here from the sources in its own npm package, against the TensorFlow that pip installed in P.
 * Takes about ten seconds and writes only to the cache.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compilerArguments, napiVersion } from './addon-build';
import { buildCommand, tfjsNodeFolder, tfjsNodeVersion } from './tfjs-node-folder';

try {
  build();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function build(): void {
  const { python } = parseArgs({ options: { python: { type: 'string' } } }).values;
  if (process.platform !== 'linux') {
    throw new Error(`tfjs-node: is built on Linux only. Received: ${process.platform}. Leave it out of --against.`);
  }
  if (python === undefined)
    throw new Error(`tfjs-node: needs a Python. Received: no --python. Run \`${buildCommand}\`.`);
  const tensorflow = findTensorFlow(python);

  const folder = tfjsNodeFolder();
  const mark = join(folder, 'built');
  rmSync(mark, { force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  say(`Installing @tensorflow/tfjs-node ${tfjsNodeVersion} in ${folder}`);
  // Without its install script, which downloads. Node's own headers for addons come from npm too: not every Node brings them.
  run('npm', [
    ...['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    ...[`@tensorflow/tfjs-node@${tfjsNodeVersion}`, 'node-api-headers@1.9.0'],
  ]);

  const modules = join(folder, 'node_modules');
  const source = join(modules, '@tensorflow', 'tfjs-node');
  const { binary } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as {
    binary: { napi_versions: number[] };
  };
  const napi = napiVersion(binary.napi_versions, Number(process.versions.napi));
  const output = join(source, 'lib', `napi-v${napi}`, 'tfjs_binding.node');
  mkdirSync(join(output, '..'), { recursive: true });
  say(`Compiling its addon against ${tensorflow}`);
  const headers = join(modules, 'node-api-headers', 'include');
  run(process.env.CXX ?? 'g++', compilerArguments({ source, headers, tensorflow, napi, output }));

  const check = "const tf = require('@tensorflow/tfjs-node'); console.log(tf.square(tf.tensor([3])).dataSync()[0]);";
  const env = { ...process.env, NODE_PATH: modules, TF_CPP_MIN_LOG_LEVEL: '2' };
  const answer = execFileSync(process.execPath, ['-e', check], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (answer.trim() !== '9') throw new Error(`tfjs-node: 3 * 3 must be 9. Received: ${answer}.`);
  writeFileSync(mark, `${tensorflow}\n`);
  say('Ready. `pnpm bench --against tfjs-node` finds it; anything else does with');
  say(`NODE_PATH=${modules} pnpm tenlab run mnist-digits --backend tensorflow`);
}

/** The folder of the package tensorflow in that Python, with the headers and the library to link against. */
function findTensorFlow(python: string): string {
  // Not `import tensorflow`, which takes seconds and prints.
  const script = "import importlib.util as u; print((u.find_spec('tensorflow').submodule_search_locations or [''])[0])";
  let folder: string;
  try {
    folder = execFileSync(python, ['-c', script], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch (cause) {
    throw new Error(missingTensorFlow(python), { cause });
  }
  const needed = ['include/tensorflow/c/eager/c_api.h', 'libtensorflow_cc.so.2', 'libtensorflow_framework.so.2'];
  if (!needed.every((file) => existsSync(join(folder, file)))) throw new Error(missingTensorFlow(python));
  return folder;
}

function missingTensorFlow(python: string): string {
  return `tfjs-node: needs a Python with TensorFlow's headers and libtensorflow_cc. Received: ${python}, without. Run \`${python} -m pip install tensorflow-cpu\`.`;
}

/** Runs a program; what it prints goes to stderr, for people. */
function run(program: string, args: readonly string[]): void {
  try {
    execFileSync(program, args, { stdio: ['ignore', 2, 2] });
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    const remedy = missing ? `Install ${program}, or name another C++ compiler in CXX.` : 'See above.';
    throw new Error(
      `tfjs-node: \`${program}\` must succeed. Received: ${(cause as Error).message.split('\n')[0]}. ${remedy}`,
      {
        cause,
      },
    );
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
