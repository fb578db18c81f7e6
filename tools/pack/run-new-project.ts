import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmInstall } from './install-packages';
import type { Packed } from './pack-packages';
import { mustRun, run } from './run';

interface ProjectManifest {
  dependencies: Record<string, string>;
  overrides?: Record<string, string>;
}

/**
 * Has `tenlab new`, as it was installed in `project`, begin a project in `folder`, installs that from the tarballs and runs its program
 * for an epoch. Returns what went wrong.
 */
export function runNewProject(packages: readonly Packed[], project: string, folder: string): string | undefined {
  mustRun(process.execPath, [join(project, 'node_modules', '.bin', 'tenlab'), 'new', 'mine'], folder);
  const mine = join(folder, 'mine');
  const file = join(mine, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as ProjectManifest;
  // What it depends on comes from the tarballs, and what these depend on as well: nothing of ours is in a registry yet.
  manifest.overrides = {};
  for (const { name, tarball } of packages) {
    const asked = name in manifest.dependencies ? manifest.dependencies : manifest.overrides;
    asked[name] = `file:${tarball}`;
  }
  writeFileSync(file, JSON.stringify(manifest));
  npmInstall(mine);
  const { code, stdout, stderr } = run(process.execPath, ['train.js', '1'], mine);
  if (code === 0 && stdout.includes('Saved: model.keras')) return undefined;
  return `exit code ${code}\n${stdout.slice(-2000)}${stderr.slice(-2000)}`;
}
