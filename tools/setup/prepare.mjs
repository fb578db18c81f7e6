/**
 * Brings a fresh clone to the point where its programs run, with nothing but Node and npm: the pinned pnpm through npx,
 * the packages of the lockfile, the build. Each part is skipped when it is up to date.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from './run-command.mjs';
import { step } from './steps.mjs';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const stamp = join(root, 'node_modules', '.installed-from');

/** The part that failed has said so already; the caller only exits with `code`. */
export class SetupError extends Error {
  /** @param {string} message @param {number} code */
  constructor(message, code) {
    super(message);
    this.name = 'SetupError';
    this.code = code;
  }
}

/** Installs the packages, if the lockfile or a package.json changed since the last time. */
export async function install() {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  await step({ doing: 'installing packages (a minute or so, only the first time)', done: 'installed packages' }, () =>
    quietly(
      // A folder left by another pnpm may be replaced without asking, and NODE_ENV=production must not leave the tools out.
      pnpm('install', '--frozen-lockfile', '--prod=false', '--config.confirmModulesPurge=false'),
      'Check the network and the free space on the disk, then run the same command again.',
    ),
  );
  writeFileSync(stamp, wanted);
}

/**
 * Builds every package whose sources changed; turbo remembers the rest.
 *
 * @param {{ types: boolean }} options whether to make the declarations too, which take most of the time and which no program needs
 */
export async function build({ types }) {
  const tasks = types ? ['bundle', 'types'] : ['bundle'];
  await step({ doing: 'building (some seconds, cached after the first time)', done: 'built' }, () =>
    quietly(
      pnpm('exec', 'turbo', 'run', ...tasks, '--output-logs=errors-only'),
      'The lines above name the package and the file.',
    ),
  );
}

/**
 * The command line that runs the pnpm of `packageManager` in package.json, wherever Node came from.
 *
 * @param {...string} args
 * @returns {string[]}
 */
export function pnpm(...args) {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const npx = join(dirname(process.env.npm_execpath ?? ''), 'npx-cli.js');
  // Under `npm start` npm says where it lives; its own npx needs no shell, on Windows either.
  const starter = existsSync(npx) ? [process.execPath, npx] : ['npx'];
  return [...starter, '--yes', packageManager, ...args];
}

/**
 * @param {string[]} command
 * @param {string} remedy
 */
async function quietly(command, remedy) {
  const { code, output } = await runCommand(command, { cwd: root, output: 'capture', env: toolEnvironment });
  if (code === 0) return;
  process.stderr.write(`\n${output.trimEnd()}\n\n`);
  const shown = command.slice(command.indexOf('--yes') + 1).join(' ');
  throw new SetupError(`\`${shown}\` must succeed. Received: exit code ${code}. ${remedy}`, code);
}

/** What npm tells its scripts about itself is not meant for the npx and pnpm that we start: above all not to be silent on errors. */
export const toolEnvironment = {
  npm_config_loglevel: 'error',
  npm_config_call: undefined,
  npm_config_package: undefined,
  npm_config_update_notifier: 'false',
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
};

/** A hash of all that decides what `pnpm install` would do, and of the machine its binaries are for. */
function fingerprint() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`);
  const manifests = ['packages', 'tools', 'apps']
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name, 'package.json')))
    .sort();
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc', 'package.json', ...manifests]) {
    if (existsSync(join(root, file))) hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}
