// Inputs and outputs of layers and models may be one thing, a list of things or a record of them, nested at will.
// These few functions walk such trees. Records are walked in the order of their sorted keys, as Keras does.

/** One value, or lists and records of values, nested. */
export type Tree<T> = T | readonly Tree<T>[] | { readonly [key: string]: Tree<T> };

/** Whether a value is a plain record: made by `{}`, not by a class. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/**
 * The leaves of a tree, in order.
 *
 * @example
 * flatten({ b: 2, a: [0, 1] }); // [0, 1, 2]
 */
export function flatten<T>(tree: Tree<T>): T[] {
  const leaves: T[] = [];
  walk(tree, (leaf) => leaves.push(leaf));
  return leaves;
}

/**
 * The same tree with each leaf replaced.
 *
 * @example
 * mapTree([1, { a: 2 }], (n) => n + 1); // [2, { a: 3 }]
 */
export function mapTree<T, R>(tree: Tree<T>, change: (leaf: T) => R): Tree<R> {
  if (Array.isArray(tree)) return (tree as Tree<T>[]).map((branch) => mapTree(branch, change));
  if (!isRecord(tree)) return change(tree as T);
  const branches = tree as Record<string, Tree<T>>;
  const mapped: Record<string, Tree<R>> = {};
  for (const key of Object.keys(branches).sort()) mapped[key] = mapTree(branches[key] as Tree<T>, change);
  return mapped;
}

/** Puts leaves, in order, into the form of another tree. */
export function packAs<T>(structure: Tree<unknown>, leaves: readonly T[]): Tree<T> {
  let next = 0;
  return mapTree(structure, () => leaves[next++] as T);
}

/**
 * A text that is equal for trees of the same form.
 *
 * @example
 * formOf([1, { a: 2 }]); // '[*,{a:*}]'
 */
export function formOf(tree: Tree<unknown>): string {
  if (Array.isArray(tree)) return `[${tree.map(formOf).join()}]`;
  if (!isRecord(tree)) return tree === null || tree === undefined ? '-' : '*';
  return `{${Object.keys(tree)
    .sort()
    .map((key) => `${key}:${formOf(tree[key])}`)
    .join()}}`;
}

function walk<T>(tree: Tree<T>, visit: (leaf: T) => void): void {
  if (Array.isArray(tree)) {
    for (const branch of tree as Tree<T>[]) walk(branch, visit);
  } else if (isRecord(tree)) {
    for (const key of Object.keys(tree).sort()) walk(tree[key] as Tree<T>, visit);
  } else {
    visit(tree as T);
  }
}
