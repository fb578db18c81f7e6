import { nodeBuiltin } from '../platform/node-builtin';

/** The functions of `node:util` that Node 23 removed and tfjs-node 4.22 still calls. */
const removed: Record<string, (value: unknown) => boolean> = {
  isArray: (value) => Array.isArray(value),
  isBoolean: (value) => typeof value === 'boolean',
  isFunction: (value) => typeof value === 'function',
  isNull: (value) => value === null,
  isNullOrUndefined: (value) => value === null || value === undefined,
  isNumber: (value) => typeof value === 'number',
  isObject: (value) => value !== null && typeof value === 'object',
  isString: (value) => typeof value === 'string',
  isUndefined: (value) => value === undefined,
};

/** Puts back what is missing, and only that: on Node 22 and earlier it changes nothing. Returns the names it put back. */
export function restoreRemovedUtilities(util: object = nodeBuiltin('node:util')!): string[] {
  const missing = Object.keys(removed).filter((name) => !(name in util));
  for (const name of missing)
    Object.defineProperty(util, name, { value: removed[name], configurable: true, writable: true });
  return missing;
}
