import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '@tenlab/core/node';

/** The release of TF.js on native TensorFlow that the bench measures. */
export const tfjsNodeVersion = '4.22.0';

/** How to get what is measured as `tfjs-node`. */
export const buildCommand = 'pnpm bench:tfjs-node --python path/to/venv/bin/python';

/**
 * Where `build-tfjs-node.ts` puts @tensorflow/tfjs-node and the addon it builds: a cache outside this repository, for the package
 * weighs hundreds of megabytes and only the bench wants it. Everything in it can be made again.
 */
export function tfjsNodeFolder(cache = cacheFolder()): string {
  return join(cache, 'bench', `tfjs-node-${tfjsNodeVersion}`);
}

/** The `node_modules` in which a process finds @tensorflow/tfjs-node, by NODE_PATH. @throws where it was not built yet */
export function builtTfjsNode(folder = tfjsNodeFolder()): string {
  if (existsSync(join(folder, 'built'))) return join(folder, 'node_modules');
  throw new Error(
    `tfjs-node: its native addon must be built once, from its own sources. Received: none in ${folder}. ` +
      `Run \`${buildCommand}\` with a Python in which the wheel tensorflow-cpu is installed.`,
  );
}
