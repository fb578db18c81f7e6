import { TenlabError } from '@tenlab/core';

interface NodeModules {
  crypto: typeof import('node:crypto');
  fs: typeof import('node:fs');
  module: typeof import('node:module');
  os: typeof import('node:os');
  path: typeof import('node:path');
  url: typeof import('node:url');
  v8: typeof import('node:v8');
  worker_threads: typeof import('node:worker_threads');
  zlib: typeof import('node:zlib');
}

/** Whether this program runs in Node, not in a browser. */
export function runsInNode(): boolean {
  return typeof process === 'object' && typeof process.getBuiltinModule === 'function';
}

/**
 * One of Node's own modules. `process.getBuiltinModule` is no import, so a bundler for the browser finds nothing it cannot
 * resolve. Throws in a browser.
 */
export function nodeModule<Name extends keyof NodeModules>(name: Name): NodeModules[Name] {
  if (runsInNode()) return process.getBuiltinModule(`node:${name}`) as unknown as NodeModules[Name];
  throw new TenlabError({
    code: 'needs-node',
    expected: 'Node, which has files and folders',
    received: globalThis.navigator?.userAgent,
    remedy: 'In a browser pass `baseUrl`, the address of a folder with the files of the data set.',
  });
}

/** An environment variable; undefined where it is unset, empty, or there is no environment. */
export function environmentVariable(name: string): string | undefined {
  return runsInNode() ? process.env[name] || undefined : undefined;
}
