/** Something that opens a scope: it remembers where it was built first, so that its weights keep their path. */
export interface ScopeOwner {
  readonly name: string;
  parentPath: string | null;
}

interface Scope {
  owner: ScopeOwner;
  parentPath: string | null;
}

const scopes: Scope[] = [];

/**
 * Runs a function with the owner's name appended to the path that weights get.
 *
 * An owner that opens a scope inside its own does not repeat its name. Keras: `name_scope(name, caller=owner)`.
 */
export function withNameScope<T>(owner: ScopeOwner, run: () => T): T {
  if (scopes.at(-1)?.owner === owner) return run();
  owner.parentPath ??= currentPath();
  scopes.push({ owner, parentPath: owner.parentPath });
  try {
    return run();
  } finally {
    scopes.pop();
  }
}

/** The names of the owners that are building, outermost first, such as `sequential/dense`. */
export function currentPath(): string {
  let parts: string[] = [];
  for (const { owner, parentPath } of scopes) {
    if (parentPath !== null) parts = parentPath.split('/').filter(Boolean);
    parts.push(owner.name);
  }
  return parts.join('/');
}
