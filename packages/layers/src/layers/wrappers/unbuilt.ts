import type { Config, ConfigObject } from '../../registry/config';

/**
 * The config of an inner layer without the shape it was built for: it is built by the layer around, so that its weights get
 * their path there.
 *
 * @example
 * unbuilt({ class_name: 'Dense', config: { units: 1 }, build_config: { input_shape: [null, 2] } }); // { class_name: 'Dense', config: { units: 1 } }
 */
export function unbuilt(config: ConfigObject): ConfigObject {
  const { build_config: _built, ...rest } = config as ConfigObject & Config;
  return rest as ConfigObject;
}
