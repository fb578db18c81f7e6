import { TenlabError } from '@tenlab/core';
import type { Operation } from '../graph/operation';
import type { Layer } from '../layers/layer';
import { type Config, isConfigObject } from '../registry/config';
import { findClass } from './class-registry';

export interface DeserializeOptions {
  /** Classes by the name in the config, in front of those registered. */
  customObjects?: Readonly<Record<string, object>>;
}

let customObjects: Readonly<Record<string, object>> = {};

/** Runs a function within which configs may name further classes. Keras: `keras.saving.CustomObjectScope`. */
export function withCustomObjects<T>(classes: Readonly<Record<string, object>>, run: () => T): T {
  const outer = customObjects;
  customObjects = { ...outer, ...classes };
  try {
    return run();
  } finally {
    customObjects = outer;
  }
}

/**
 * Makes a layer (or a model, or an operation of a graph) from what `serializeObject` gave, and builds it if it was built.
 *
 * Throws on a class that is not known, and on a config that is none.
 */
export function deserializeOperation(config: unknown): Operation {
  if (!isConfigObject(config)) {
    throw new TenlabError({
      code: 'invalid-config',
      expected: 'a layer must be { class_name, config }',
      received: config,
      remedy: 'Pass what model.toJSON() or Keras wrote.',
    });
  }
  return findClass(config.class_name, customObjects).fromConfig(config.config);
}

/** As {@link deserializeOperation}, for what has to be a layer. The weights are made when the layer is first used. */
export function deserializeLayer(config: unknown): Layer {
  const operation = deserializeOperation(config) as Layer;
  const build = (config as Config).build_config as Config | undefined;
  if (build && !operation.built) operation.buildFromConfig?.(build);
  return operation;
}
