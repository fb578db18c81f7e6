// TF.js reads configurations in the form of Keras 2; those made here have the form of Keras 3. What differs is turned back.

type Config = Record<string, unknown>;

/** What Keras 2 does not know, and refuses. */
const newKeys: ReadonlySet<string> = new Set([
  'module',
  'registered_name',
  'build_config',
  'compile_config',
  'shared_object_id',
  'quantization_config',
  'input_axes',
  'output_axes',
]);

/** A model's configuration, Keras 3's, in the form of Keras 2. */
export function keras2Topology(config: Config): Config {
  return convert(config) as Config;
}

function convert(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(convert);
  if (typeof value !== 'object' || value === null) return value;
  const record = value as Config;
  // A policy of types is a name there.
  if (record.class_name === 'DTypePolicy') return (record.config as Config).name;
  const entries = Object.entries(record).filter(([key]) => !newKeys.has(key));
  const plain = Object.fromEntries(
    entries.map(([key, item]) => [key, key === 'inbound_nodes' ? calls(item) : convert(item)]),
  );
  if (record.class_name === 'InputLayer') renameShape(plain.config as Config);
  if (record.class_name === 'Functional') {
    plain.class_name = 'Model';
    const { config } = plain as { config: Config };
    config.input_layers = ends(config.input_layers);
    config.output_layers = ends(config.output_layers);
  }
  return plain;
}

function renameShape(config: Config): void {
  config.batch_input_shape = config.batch_shape;
  delete config.batch_shape;
  delete config.optional;
}

/** `[["a", 0, 0]]` also where Keras 3 has one end as `["a", 0, 0]`. */
function ends(value: unknown): unknown {
  return Array.isArray(value) && typeof value[0] === 'string' ? [value] : value;
}

/** One call of a layer is a list of its inputs: `[["dense", 0, 0, {}]]`. */
function calls(nodes: unknown): unknown {
  if (!Array.isArray(nodes)) return nodes;
  return nodes.map((node) => {
    const { args, kwargs } = node as { args?: unknown; kwargs?: unknown };
    return args === undefined ? node : histories(args).map((history) => [...history, convert(kwargs ?? {})]);
  });
}

function histories(value: unknown): unknown[][] {
  if (Array.isArray(value)) return value.flatMap(histories);
  const { class_name, config } = (value ?? {}) as { class_name?: string; config?: { keras_history?: unknown[] } };
  return class_name === '__keras_tensor__' ? [config?.keras_history ?? []] : [];
}
