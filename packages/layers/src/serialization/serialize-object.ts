import { inWords, TenlabError } from '@tenlab/core';
import { classNameOf } from '../registry/class-name';
import type { Config, ConfigObject } from '../registry/config';
import { moduleOf } from './module-of';

/** An object that can be written into a config. */
export interface Serializable {
  getConfig(): Config;
  getBuildConfig?(): Config | null;
  getCompileConfig?(): Config | null;
  /** Set where Keras writes another name than the class's. */
  readonly serializedAs?: { module: string; className: string; registeredName: string | null } | null;
}

/**
 * Writes an object as Keras does: `{ module, class_name, config, registered_name }`, with `build_config` and `compile_config`
 * where it has them. Texts, numbers and null stay; lists and records are written through.
 *
 * @example
 * serializeObject(new Dense({ units: 3 })).class_name; // 'Dense'
 */
export function serializeObject(value: Serializable): ConfigObject & Config {
  const { module, registeredName, className } = value.serializedAs ?? {
    ...moduleOf(value),
    className: classNameOf(value),
  };
  const object: ConfigObject & Config = {
    module,
    class_name: className,
    config: value.getConfig(),
    registered_name: registeredName,
  };
  const build = value.getBuildConfig?.();
  if (build) object.build_config = build;
  const compile = value.getCompileConfig?.();
  if (compile) object.compile_config = compile;
  return object;
}

/** Writes any value of a config: objects by {@link serializeObject}, what is plain as it is. */
export function serializeValue(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.map(serializeValue);
  if (isSerializable(value)) return serializeObject(value);
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, serializeValue(entry)]));
  }
  if (typeof value !== 'function') return value;
  if (value.name) return value.name;
  throw new TenlabError({
    code: 'not-serializable',
    expected: 'the value must be one that can be written as text',
    received: inWords('a function without a name'),
    remedy: 'Give the function a name, or use a class with getConfig().',
  });
}

function isSerializable(value: unknown): value is Serializable {
  return typeof value === 'object' && value !== null && typeof (value as Serializable).getConfig === 'function';
}
