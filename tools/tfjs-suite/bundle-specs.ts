import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));

/** What tfjs's `describeWithFlags` wants to know about the backend its specs run on. */
export interface SpecEnvironment {
  /** Stands in every spec's full name; ours is the same for all backends, so that names can be compared. */
  readonly name: string;
  readonly backendName: string;
  readonly isDataSync: boolean;
}

/**
 * Bundles the specs that `@tensorflow/tfjs-core` ships in its npm package, together with the core they test, into one file for Node.
 *
 * The package's own files cannot be imported as they are: they are ES modules without file extensions in a package that says CommonJS.
 * The backend stays outside the bundle and meets the specs through tfjs's global engine, as it would meet any program.
 *
 * @returns the path of the bundle, which lives as long as this process; requiring it declares every spec with the global `describe` and `it`
 */
export async function bundleSpecs(environment: SpecEnvironment): Promise<string> {
  const require = createRequire(import.meta.url);
  const dist = join(dirname(require.resolve('@tensorflow/tfjs-core/package.json')), 'dist');
  const folder = await mkdtemp(join(tmpdir(), 'tfjs-specs-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, 'specs.cjs');
  await build({
    stdin: { contents: entry(dist), resolveDir: here },
    plugins: [registration(dist, environment)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    // tfjs-core declares its specs free of side effects, and declaring specs is all they do.
    ignoreAnnotations: true,
    logLevel: 'error',
  });
  return outfile;
}

/** The order matters: chained operations, then the environment, then the specs that ask for it while they are declared. */
function entry(dist: string): string {
  const files = [
    join(dist, 'index.js'),
    join(dist, 'public/chained_ops/register_all_chained_ops.js'),
    join(dist, 'register_all_gradients.js'),
    'spec-environment',
    join(dist, 'tests.js'),
  ];
  return files.map((file) => `import ${JSON.stringify(file)};`).join('\n');
}

function registration(dist: string, environment: SpecEnvironment): Plugin {
  return {
    name: 'spec-environment',
    setup(context) {
      context.onResolve({ filter: /^spec-environment$/ }, () => ({ path: 'spec-environment', namespace: 'virtual' }));
      context.onLoad({ filter: /.*/, namespace: 'virtual' }, () => ({
        resolveDir: here,
        contents: `import { registerTestEnv } from ${JSON.stringify(join(dist, 'jasmine_util.js'))};
          registerTestEnv(${JSON.stringify(environment)});`,
      }));
    },
  };
}
