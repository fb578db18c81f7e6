import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

// What was written for CommonJS, TF.js's own module among it, asks for these as it runs.
const commonJS = `
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
const __dirname = import.meta.dirname ?? '.';
`;

/**
 * Bundles a TypeScript program and all it imports into one file that Node runs by itself: for tests that start and kill processes,
 * which should not wait for a compiler each time. The packages of the workspace are taken from their sources.
 *
 * @example
 * await bundleForNode(new URL('./testing/program.ts', import.meta.url), join(folder, 'program.mjs'));
 * spawn(process.execPath, [join(folder, 'program.mjs')]);
 */
export async function bundleForNode(entry: string | URL, outfile: string): Promise<void> {
  // Loaded only here, for most tests need no bundle.
  const { build } = await import('esbuild');
  await build({
    entryPoints: [entry instanceof URL ? fileURLToPath(entry) : entry],
    outfile,
    absWorkingDir: root,
    tsconfig: resolve(root, 'tsconfig.json'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: { js: commonJS },
    logLevel: 'error',
  });
}
