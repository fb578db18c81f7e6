/**
 * The class's name as Keras writes it: its own static `className`, which minifiers cannot change, or else the name in the source.
 *
 * @example
 * classNameOf(new Adam()); // 'Adam'
 */
export function classNameOf(instance: object): string {
  const owner = instance.constructor as { name: string; className?: string };
  return Object.hasOwn(owner, 'className') ? (owner.className as string) : owner.name;
}

/**
 * A class name in the spelling Keras derives default names from.
 *
 * @example
 * snakeCase('MeanSquaredError'); // 'mean_squared_error'
 * snakeCase('RMSprop'); // 'rm_sprop'
 */
export function snakeCase(className: string): string {
  return className
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
}
