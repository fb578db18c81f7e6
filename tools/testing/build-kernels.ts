import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../packages/backend-wasm/', import.meta.url));

/** vitest's global set-up: makes the files that the WASM backend's sources import, where they are missing or out of date. */
export function setup(): void {
  const generated = filesUnder(join(folder, 'generated'));
  const sources = [...filesUnder(join(folder, 'assembly')), ...filesUnder(join(folder, 'build'))];
  const oldest = Math.min(...generated.map(changed));
  if (generated.length > 0 && sources.every((file) => changed(file) <= oldest)) return;
  for (const script of ['build/kernels.mjs', 'build/gradients.mjs']) {
    execFileSync(process.execPath, [script], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  }
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function changed(file: string): number {
  return statSync(file).mtimeMs;
}
