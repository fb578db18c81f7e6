// Configurations of Keras 2 in the words of Keras 3. What has only changed its name or form is rewritten; what means something
// that Keras 3 no longer has stays, and is refused by the layer that reads it.

type Config = Record<string, unknown>;

/** Settings that told Keras 2 how to compute, not what; or that it repeats elsewhere. */
const dropped = new Set([
  'batch_input_shape',
  'implementation',
  'input_length',
  'fused',
  'jit_compile',
  'is_legacy_optimizer',
  'rng_type',
]);

/** Settings that may be left out where they have the one value that Keras 3 has. */
const droppedWhen: ReadonlyMap<string, readonly unknown[]> = new Map<string, readonly unknown[]>([
  ['time_major', [false]],
  ['renorm', [false]],
  ['virtual_batch_size', [null]],
  ['adjustment', [null]],
  ['ragged', [false, null]],
  ['softmax_robust_masking', [false, null]],
  // The mean over the batch, as by default.
  ['reduction', ['auto']],
]);

/** Rewrites the configuration of a model, and all it holds. One of Keras 3 comes out as it was. */
export function modernConfig(config: Config): Config {
  return modernObject(config) as Config;
}

function modernObject(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(modernObject);
  if (!isRecord(value)) return value;
  const plain = Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, modernObject(entry)]));
  if (typeof plain.class_name !== 'string') return plain;
  const class_name = plain.class_name.replace(/^(Custom|Addons)>/, '');
  const named: Config = { ...plain, class_name };
  // The first Keras wrote a stack as the mere list of its layers.
  if (class_name === 'Sequential' && Array.isArray(named.config)) named.config = { layers: named.config };
  if (class_name === 'Model' && isRecord(named.config) && 'input_layers' in named.config)
    named.class_name = 'Functional';
  if (!isRecord(named.config)) return named;
  const settings = modernSettings(named.class_name as string, named.config, firstLayer(value.config));
  return { ...named, config: settings };
}

/** `first` is the first layer of a stack, as it was. */
function modernSettings(className: string, config: Config, first: unknown): Config {
  const kept = Object.fromEntries(
    Object.entries(config).filter(([key, value]) => !dropped.has(key) && !droppedWhen.get(key)?.includes(value)),
  );
  // A loss says which function it is once more; of a mere wrapper that is all it says.
  if (!className.endsWith('Wrapper')) delete kept.fn;
  const shape = config.batch_input_shape;
  if (/Transpose$|^Depthwise|^Separable/.test(className)) return withoutKernel(className, kept);
  switch (className) {
    case 'LeakyReLU': {
      const { alpha, ...rest } = kept;
      return alpha === undefined ? kept : { ...rest, negative_slope: alpha };
    }
    case 'MultiHeadAttention': {
      // The shapes it was built for; Keras 3 tells them beside the settings.
      const { query_shape: _query, key_shape: _key, value_shape: _value, ...rest } = kept;
      return rest;
    }
    case 'InputLayer':
      return shape === undefined ? kept : { ...kept, batch_shape: shape };
    case 'Sequential':
      return { ...kept, layers: withInputLayer(kept.layers as Config[], first) };
    case 'Functional':
      return modernGraph(kept);
    case 'BatchNormalization':
    case 'LayerNormalization':
      return { ...kept, axis: onlyAxis(className, kept.axis) };
    case 'MeanMetricWrapper':
      return kept;
    default:
      return modernRate(kept);
  }
}

/** Convolutions in parts inherited settings of a kernel and of groups that they never used. */
function withoutKernel(className: string, config: Config): Config {
  const { groups, ...rest } = config;
  const kept = groups === 1 ? rest : config;
  if (className.endsWith('Transpose')) return kept;
  return Object.fromEntries(Object.entries(kept).filter(([key]) => !/^kernel_(init|regu|const)/.test(key)));
}

/** Keras 2 wrote the axis of a batch normalisation as a list of one. */
function onlyAxis(className: string, axis: unknown): unknown {
  return className === 'BatchNormalization' && Array.isArray(axis) && axis.length === 1 ? axis[0] : axis;
}

/** A rate that sank by itself: `rate / (1 + decay · step)`. */
function modernRate(config: Config): Config {
  const { decay, lr, ...rest } = config;
  const rate = rest.learning_rate ?? lr;
  if (rate === undefined || (lr === undefined && decay === undefined)) return config;
  if (!decay) return { ...rest, learning_rate: rate };
  const schedule = { initial_learning_rate: rate, decay_steps: 1, decay_rate: decay };
  return { ...rest, learning_rate: { class_name: 'InverseTimeDecay', config: schedule } };
}

/** A stack whose first layer tells the shape of its input. */
function withInputLayer(layers: Config[], before: unknown): Config[] {
  const first = layers[0];
  const shape = isRecord(before) && isRecord(before.config) ? before.config.batch_input_shape : undefined;
  if (!first || first.class_name === 'InputLayer' || shape === undefined) return layers;
  const { dtype } = (first.config ?? {}) as Config;
  const isIndex = first.class_name === 'Embedding';
  const input = { batch_shape: shape, dtype: isIndex ? 'int32' : typeof dtype === 'string' ? dtype : 'float32' };
  return [{ module: 'keras.layers', class_name: 'InputLayer', config: input, registered_name: null }, ...layers];
}

function firstLayer(config: unknown): unknown {
  const layers = isRecord(config) ? config.layers : config;
  return Array.isArray(layers) ? layers[0] : undefined;
}

/** The calls of a graph: Keras 2 wrote `[[name, call, output, options], …]` for each. */
function modernGraph(config: Config): Config {
  const layers = config.layers as Config[];
  const names = new Set(layers.map(({ name }) => name));
  const old = layers.some(({ inbound_nodes: nodes }) => Array.isArray(nodes) && nodes.some(Array.isArray));
  if (!old) return config;
  // Keras 2 counts the call by which a model with an input of its own was made.
  const ownCalls = new Map(layers.map((layer) => [layer.name, hasOwnCall(layer) ? 1 : 0]));
  const tensor = (name: unknown, call: number, output: unknown) => ({
    class_name: '__keras_tensor__',
    config: { keras_history: [name, call - (ownCalls.get(name as string) ?? 0), output] },
  });
  const argument = (value: unknown): unknown => {
    if (isCall(value) && names.has(value[0])) return tensor(value[0], value[1], value[2]);
    if (Array.isArray(value)) return value.map(argument);
    return value;
  };
  const node = (calls: unknown[]) => {
    const inputs = calls.map(argument);
    const options = isCall(calls[0]) ? ((calls[0][3] ?? {}) as Config) : {};
    return {
      args: [inputs.length === 1 ? inputs[0] : inputs],
      kwargs: Object.fromEntries(Object.entries(options).map(([key, value]) => [key, argument(value)])),
    };
  };
  return {
    ...config,
    layers: layers.map((layer) => ({
      ...layer,
      inbound_nodes: (layer.inbound_nodes as unknown[]).map((calls) => (Array.isArray(calls) ? node(calls) : calls)),
    })),
    input_layers: config.input_layers,
    output_layers: modernEnds(config.output_layers, layers, ownCalls),
  };
}

/** Keras 3 counts the own call of a graph in a model's outputs too, but not that of a stack. */
function modernEnds(ends: unknown, layers: readonly Config[], ownCalls: ReadonlyMap<unknown, number>): unknown {
  if (isCall(ends)) {
    const layer = layers.find(({ name }) => name === ends[0]);
    const shift = layer?.class_name === 'Sequential' ? (ownCalls.get(ends[0]) ?? 0) : 0;
    return [ends[0], ends[1] - shift, ends[2]];
  }
  if (Array.isArray(ends)) return ends.map((end) => modernEnds(end, layers, ownCalls));
  if (!isRecord(ends)) return ends;
  return Object.fromEntries(Object.entries(ends).map(([key, end]) => [key, modernEnds(end, layers, ownCalls)]));
}

function hasOwnCall({ class_name: className, config }: Config): boolean {
  if (className === 'Functional') return true;
  const first = className === 'Sequential' && isRecord(config) ? (config.layers as Config[])[0] : undefined;
  return first?.class_name === 'InputLayer';
}

function isCall(value: unknown): value is [string, number, number, unknown?] {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number' && value.length >= 3;
}

function isRecord(value: unknown): value is Config {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
