import { TenlabError } from '@tenlab/core';

type AnyFunction = (...values: never[]) => unknown;

const functions = new Map<string, AnyFunction>();

/**
 * Makes a function known by name, so that a config which names it can be read: what `Lambda` is saved by.
 * Keras: `keras.saving.register_keras_serializable` on a function.
 *
 * Throws when the name belongs to another function, or is empty.
 *
 * @example
 * registerFunction('square', (x: tf.Tensor) => tf.square(x));
 * new Lambda({ function: 'square' }).apply(tf.tensor1d([3])).arraySync(); // [9]
 */
export function registerFunction(name: string, fn: AnyFunction): void {
  const known = functions.get(name);
  if (name !== '' && (known === undefined || known === fn)) {
    functions.set(name, fn);
    return;
  }
  throw new TenlabError({
    code: 'invalid-argument',
    place: 'registerFunction',
    expected: '`name` must be one that no other function has',
    received: name,
    remedy: "Choose another, for example with your project's name in front.",
  });
}

/** The function registered under a name. */
export function findFunction(name: string): AnyFunction | undefined {
  return functions.get(name);
}

/** The name a function is registered under. */
export function nameOfFunction(fn: AnyFunction): string | undefined {
  return [...functions].find(([, known]) => known === fn)?.[0];
}
