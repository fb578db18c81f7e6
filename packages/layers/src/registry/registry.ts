import { TenlabError } from '@tenlab/core';
import { type Config, type ConfigObject, isConfigObject, optionsOf } from './config';
import { nearNames, plainName } from './near-names';

/** A class whose constructor takes one options object. */
export type OptionsClass<T> = { new (options: never): T; readonly className: string };

type Entry<T> = (config: Config) => T;

/**
 * One family of Keras objects (losses, optimizers, …), found by name, by config or passed through as an instance.
 *
 * `mean_squared_error`, `meanSquaredError` and `MeanSquaredError` are one name here.
 */
export class Registry<T extends object> {
  readonly #kind: string;
  readonly #entries = new Map<string, Entry<T>>();
  readonly #names: string[] = [];

  /** `kind` is the family's name in messages, such as `loss`. */
  constructor(kind: string, classes: readonly OptionsClass<T>[], aliases: Readonly<Record<string, string>> = {}) {
    this.#kind = kind;
    for (const entry of classes) this.register(entry);
    for (const [alias, name] of Object.entries(aliases)) {
      this.#entries.set(plainName(alias), this.#find(name));
      this.#names.push(alias);
    }
  }

  /** Adds a class under its `className`, so that configs which name it can be read. */
  register(entry: OptionsClass<T>, name: string = entry.className): void {
    const construct = entry as unknown as new (options: Record<string, unknown>) => T;
    this.#entries.set(plainName(name), (config) => new construct(optionsOf(config)));
    this.#names.push(name);
  }

  /** The names it knows. */
  names(): string[] {
    return [...this.#names];
  }

  /** Whether the name is known. */
  has(name: string): boolean {
    return this.#entries.has(plainName(name));
  }

  /** Finds or builds the object. Throws on a name it does not know, with near names, and on what is no object of a class. */
  get(identifier: string | ConfigObject | T): T {
    if (typeof identifier === 'string') return this.#find(identifier)({});
    if (isConfigObject(identifier)) return this.#find(identifier.class_name)(identifier.config);
    if (isObjectOfClass(identifier)) return identifier;
    throw new TenlabError({
      code: 'invalid-argument',
      expected: `the ${this.#kind} must be a name, a config or an object`,
      received: identifier,
      remedy:
        typeof identifier === 'function' ? 'Make an object of the class: `new …()`.' : `Known are ${this.#known()}.`,
    });
  }

  #known(): string {
    return this.#names.map((known) => `'${known}'`).join(', ');
  }

  #find(name: string): Entry<T> {
    const entry = this.#entries.get(plainName(name));
    if (entry) return entry;
    const near = nearNames(name, this.#names);
    throw new TenlabError({
      code: 'unknown-name',
      expected: `the name of a known ${this.#kind}`,
      received: name,
      remedy:
        near.length > 0
          ? `Did you mean ${near.map((candidate) => `'${candidate}'`).join(' or ')}?`
          : `Known are ${this.#known()}.`,
    });
  }
}

/** Whether it is a class of Keras objects, given where an object of it is wanted. */
export function isClass(value: unknown): value is never {
  return typeof value === 'function' && 'className' in value;
}

function isObjectOfClass(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) !== Object.prototype;
}
