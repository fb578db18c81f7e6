type NodeModules = {
  'node:child_process': typeof import('node:child_process');
  'node:fs': typeof import('node:fs');
  'node:module': typeof import('node:module');
  'node:os': typeof import('node:os');
  'node:path': typeof import('node:path');
  'node:util': typeof import('node:util');
};

/**
 * One of Node's own modules, or `undefined` outside Node.
 *
 * `process.getBuiltinModule` (Node 20.16 and later) is no import: a bundler for the browser has nothing to resolve, where
 * even a dynamic `import('node:fs')` would stop it.
 */
export function nodeBuiltin<Name extends keyof NodeModules>(name: Name): NodeModules[Name] | undefined {
  if (!runsInNode()) return undefined;
  return process.getBuiltinModule(name) as NodeModules[Name];
}

/** Whether this program runs in Node (or in what imitates it fully), not in a browser. */
export function runsInNode(): boolean {
  return typeof process === 'object' && typeof process.getBuiltinModule === 'function';
}

/** An environment variable; `undefined` where it is unset, empty, or there is no environment. */
export function environmentVariable(name: string): string | undefined {
  if (!runsInNode()) return undefined;
  const value = process.env[name];
  return value === '' ? undefined : value;
}
