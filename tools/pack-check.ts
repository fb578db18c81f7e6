/**
 * Checks what users would download: packs every public package, lints the tarballs, installs them with npm into an empty project,
 * and loads them there as ES modules and as CommonJS. Needs the packages built.
 * `pnpm pack:check`, or for some packages with those they need: `pnpm pack:check core backend-wasm`
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkDeclarations } from './pack/check-declarations';
import { installPackages, packagesWithInstallScripts } from './pack/install-packages';
import { lintPackage } from './pack/lint-package';
import { loadPackage } from './pack/load-package';
import { packPackages } from './pack/pack-packages';
import { runNewProject } from './pack/run-new-project';

const names = process.argv.slice(2);
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'pack-check-'));
let passed = 0;
let failed = 0;

function tell(label: string, problem?: string): void {
  if (problem === undefined) passed++;
  else failed++;
  process.stdout.write(problem === undefined ? `✓ ${label}\n` : `✗ ${label}\n${problem.replace(/^/gm, '    ')}\n`);
}

try {
  const packages = packPackages(root, folder, names.length > 0 ? names : undefined);
  for (const { name, tarball } of packages) {
    const problems = await lintPackage(root, tarball);
    tell(`${name}: publint and attw`, problems.length === 0 ? undefined : problems.join('\n'));
  }
  const project = join(folder, 'project');
  mkdirSync(project);
  installPackages(packages, project, tfjsCoreVersion());
  const scripts = packagesWithInstallScripts(project);
  tell('npm install runs no script', scripts.length === 0 ? undefined : `scripts of: ${scripts.join(', ')}`);
  const entries = packages.flatMap(({ name, manifest }) =>
    Object.keys(manifest.exports)
      .filter((entry) => entry !== './package.json')
      .map((entry) => name + entry.slice(1)),
  );
  const declarations = checkDeclarations(project, entries);
  tell('declarations under strict, with skipLibCheck off', declarations.join('\n') || undefined);
  for (const packed of packages) {
    for (const { label, problem } of loadPackage(root, project, packed)) tell(label, problem);
  }
  if (packages.some(({ name }) => name === '@tenlab/labs')) {
    tell('`tenlab new` begins a project that runs after npm install', runNewProject(packages, project, folder));
  }
} catch (error) {
  tell('packing', error instanceof Error ? error.message : String(error));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

function tfjsCoreVersion(): string {
  const version = /'@tensorflow\/tfjs-core': (\S+)/.exec(readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8'))?.[1];
  if (version === undefined) throw new Error('The catalog must name @tensorflow/tfjs-core.');
  return version;
}
