import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Bundles a TypeScript module and all it imports for the browser, as an application's bundler would.
 * The packages of the workspace are taken from their sources. Node's own modules stay outside: a page must never reach them.
 *
 * @returns the files by path; the module itself is `/entry.js`
 */
export async function bundleForBrowser(entry: string | URL): Promise<Map<string, Uint8Array>> {
  // Loaded only here, for most tests need no bundle.
  const { build } = await import('esbuild');
  const outdir = resolve(root, 'browser-bundle');
  const { outputFiles } = await build({
    entryPoints: { entry: entry instanceof URL ? fileURLToPath(entry) : entry },
    outdir,
    absWorkingDir: root,
    tsconfig: resolve(root, 'tsconfig.json'),
    bundle: true,
    splitting: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    external: ['node:*'],
    logLevel: 'error',
  });
  return new Map(outputFiles.map((file) => [`/${relative(outdir, file.path).replaceAll('\\', '/')}`, file.contents]));
}
