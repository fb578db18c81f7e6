// Keras writes every object as `{ module, class_name, config }` with snake_case keys; our options are camelCase.
// These few functions are the whole translation. They know no class: the registries of each family do.

/** What `getConfig()` returns: Keras's own JSON, keys in snake_case. */
export type Config = Record<string, unknown>;

/** A serialised Keras object. */
export type ConfigObject = {
  module?: string | null;
  class_name: string;
  config: Config;
  registered_name?: string | null;
};

/** `beta_1` -> `beta1`, `learning_rate` -> `learningRate`. */
export function camelCase(key: string): string {
  return key.replace(/_+([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase());
}

/** Turns Keras's config into options: only the keys change. */
export function optionsOf(config: Config): Record<string, unknown> {
  return Object.fromEntries(Object.entries(config).map(([key, value]) => [camelCase(key), value]));
}

/** Whether the value is a serialised Keras object. */
export function isConfigObject(value: unknown): value is ConfigObject {
  if (typeof value !== 'object' || value === null) return false;
  const candidate = value as Partial<ConfigObject>;
  return typeof candidate.class_name === 'string' && typeof candidate.config === 'object' && candidate.config !== null;
}
