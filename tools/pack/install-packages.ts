import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Packed } from './pack-packages';
import { mustRun } from './run';

/** Installs the tarballs with npm into an empty project, as a user would, with the engine they all expect beside them. */
export function installPackages(packages: readonly Packed[], project: string, tfjsCore: string): void {
  const tarballs = Object.fromEntries(packages.map(({ name, tarball }) => [name, `file:${tarball}`]));
  const manifest = {
    name: 'someone-elses-project',
    private: true,
    dependencies: { ...tarballs, '@tensorflow/tfjs-core': tfjsCore },
  };
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest));
  npmInstall(project);
}

/** Installs what the package.json of a folder names, with npm. */
export function npmInstall(project: string): void {
  const [program = '', ...args] = npm('install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error');
  mustRun(program, args, project);
}

/** The packages of an npm project that want to run a script when they are installed. */
export function packagesWithInstallScripts(project: string): string[] {
  const lock = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { hasInstallScript?: boolean }>;
  };
  return Object.entries(lock.packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
}

/** The npm that came with this Node, also where pnpm or another program runs us. */
function npm(...args: string[]): string[] {
  const places = ['../lib/node_modules/npm/bin/npm-cli.js', 'node_modules/npm/bin/npm-cli.js'];
  const cli = places.map((place) => join(dirname(process.execPath), place)).find((path) => existsSync(path));
  return cli === undefined ? ['npm', ...args] : [process.execPath, cli, ...args];
}
