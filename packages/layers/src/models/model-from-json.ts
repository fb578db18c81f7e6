import { inWords, TenlabError } from '@tenlab/core';
import type { Config } from '../registry/config';
import { camelCase } from '../registry/config';
import { type DeserializeOptions, deserializeLayer, withCustomObjects } from '../serialization/deserialize';
import type { CompileOptions } from '../training/compile-options';
import { Model } from './model';

export interface ModelFromJSONOptions extends DeserializeOptions {
  /** Whether the model is compiled as it was. Default true. */
  compile?: boolean;
}

/**
 * Makes a model from the text that `model.toJSON()` or Keras's `model.to_json()` wrote, with new weights.
 *
 * Throws on a class that is not known; pass yours as `customObjects`. Keras: `keras.models.model_from_json`.
 *
 * @example
 * const copy = modelFromJSON(model.toJSON());
 * copy.setWeights(model.getWeights());
 */
export function modelFromJSON(json: string | Config, options: ModelFromJSONOptions = {}): Model {
  const config = typeof json === 'string' ? parse(json) : json;
  const model = withCustomObjects(options.customObjects ?? {}, () => deserializeLayer(config));
  if (!(model instanceof Model)) {
    throw new TenlabError({
      code: 'invalid-config',
      expected: 'the config must be that of a model',
      received: inWords(`that of a ${String(config.class_name)}`),
      remedy: 'Use deserializeLayer for layers.',
    });
  }
  const compiled = config.compile_config as Config | undefined;
  if ((options.compile ?? true) && compiled && compiled.optimizer) compileFromConfig(model, compiled, options);
  return model;
}

/**
 * Compiles a model as another one was compiled, by what its `getCompileConfig()` gave. Keras: `model.compile_from_config`.
 *
 * @example
 * compileFromConfig(copy, model.getCompileConfig());
 */
export function compileFromConfig(model: Model, config: Config, { customObjects = {} }: DeserializeOptions = {}): void {
  const options = Object.fromEntries(
    Object.entries(config).map(([key, value]) => [camelCase(key), value ?? undefined]),
  );
  withCustomObjects(customObjects, () => model.compile(options as CompileOptions));
}

function parse(json: string): Config {
  try {
    return JSON.parse(json) as Config;
  } catch (cause) {
    throw new TenlabError({
      code: 'invalid-config',
      expected: 'the text must be JSON',
      received: json,
      remedy: 'Pass what model.toJSON() returned.',
      cause,
    });
  }
}
