import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The folder of the peers as plain JavaScript; inside this package, so that they find its dependencies. Not in git. */
export const peersFolder = fileURLToPath(new URL('../dist/peers', import.meta.url));

let bundled: Promise<void> | undefined;

/**
 * Writes the peers in TypeScript as plain JavaScript, so that Node runs them as it runs the program of a user: a loader of TypeScript
 * in their process would be measured with them, in memory and in the time to start. Packages stay outside and are found built.
 */
export function bundlePeers(): Promise<void> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<void> {
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(new URL('.', import.meta.url)),
    entryPoints: ['tenlab-peer.ts', 'tfjs-peer.ts'],
    outdir: peersFolder,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    tsconfigRaw: {}, // Not the workspace's, whose paths lead to sources.
    write: false,
  });
  await mkdir(peersFolder, { recursive: true });
  for (const { path, text } of outputFiles) await replace(path, text);
}

/** Never half a file: another bench may be starting a peer from it. */
async function replace(path: string, text: string): Promise<void> {
  const present = await readFile(path, 'utf8').catch(() => undefined);
  if (present === text) return;
  const temporary = join(dirname(path), `.${process.pid}.tmp`);
  await writeFile(temporary, text);
  await rename(temporary, path);
}
