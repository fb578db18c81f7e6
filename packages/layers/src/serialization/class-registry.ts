import { TenlabError } from '@tenlab/core';
import type { Operation } from '../graph/operation';
import { nearNames } from '../registry/near-names';

/** A class that can be made from its config. */
export interface SerializableClass<T = Operation> {
  readonly className: string;
  fromConfig(config: Record<string, unknown>): T;
}

const classes = new Map<string, SerializableClass>();

/**
 * Makes classes known by name, so that configs which name them can be read. Keras: `keras.saving.register_keras_serializable`.
 *
 * @example
 * class Scale extends Layer { static override readonly className = 'Scale'; … }
 * registerClasses(Scale);
 */
export function registerClasses(...added: readonly object[]): void {
  for (const entry of added as SerializableClass[]) classes.set(entry.className, entry);
}

/** Finds a class by the name in a config. Throws on one that is not known, with near names. */
export function findClass(className: string, customObjects: Readonly<Record<string, object>> = {}): SerializableClass {
  const found = Object.hasOwn(customObjects, className)
    ? (customObjects[className] as SerializableClass)
    : classes.get(className);
  if (found) return found;
  const near = nearNames(className, classes.keys());
  throw new TenlabError({
    code: 'unknown-class',
    expected: 'the class must be one that is known',
    received: className,
    remedy: `${near.length > 0 ? `Did you mean '${near[0]}'? ` : ''}Make a class of your own known with registerClasses(YourLayer).`,
  });
}
