import { activate } from './activations';
import { type LayerCall, type LayerWriter, notInOnnx } from './layer-call';

const identity: LayerWriter = ({ inputs }) => inputs[0]!;

/** Layers of one product, of shapes, and those that do nothing outside training. */
export const basicLayers: Readonly<Record<string, LayerWriter>> = {
  Dense: (call) => {
    const { graph, inputs, config, weight } = call;
    let value = graph.add('MatMul', [inputs[0]!, graph.constant('kernel', weight('kernel'))]);
    if (config.use_bias) value = graph.add('Add', [value, graph.constant('bias', weight('bias'))]);
    return activate(call, value, config.activation);
  },
  Embedding: (call) => {
    if (call.config.mask_zero) throw notInOnnx(call, '`maskZero` false', true, 'ONNX has no masks: train without it.');
    const { graph, inputs, weight } = call;
    // ONNX's type 7 is int64.
    const indices = graph.add('Cast', [inputs[0]!], { to: { int: 7 } });
    return graph.add('Gather', [graph.constant('embeddings', weight('embeddings')), indices], { axis: { int: 0 } });
  },
  Flatten: (call) => {
    if (call.config.data_format === 'channels_first' && call.inputShapes[0]!.length > 2) {
      throw notInOnnx(call, '`dataFormat` channels_last', 'channels_first', 'Use Permute, then Flatten.');
    }
    return reshape(call, [0, -1]);
  },
  Reshape: (call) => reshape(call, [0, ...call.outputShape.slice(1).map((size) => size ?? -1)]),
  Permute: ({ graph, inputs, config }) =>
    graph.add('Transpose', [inputs[0]!], { perm: { ints: [0, ...(config.dims as number[])] } }),
  RepeatVector: ({ graph, inputs, config }) => {
    const rows = graph.add('Unsqueeze', [inputs[0]!, graph.integers('axes', [1])]);
    return graph.add('Tile', [rows, graph.integers('repeats', [1, config.n as number, 1])]);
  },
  TimeDistributed: (call) => {
    const inner = (call.layer as unknown as { layer: LayerCall['layer'] }).layer;
    const { className } = inner.constructor as { className?: string };
    // A product of matrices leaves all axes but the last alone.
    if (className === 'Dense') return basicLayers.Dense!(call.within(inner));
    throw notInOnnx(call, 'Dense within TimeDistributed', className, 'Use a layer that works on every step by itself.');
  },
  Add: (call) => chain(call, 'Add'),
  Subtract: (call) => chain(call, 'Sub'),
  Multiply: (call) => chain(call, 'Mul'),
  Maximum: (call) => chain(call, 'Max'),
  Minimum: (call) => chain(call, 'Min'),
  Average: (call) => {
    const sum = chain(call, 'Add');
    return call.graph.add('Div', [sum, call.graph.constant('count', { shape: [], data: [call.inputs.length] })]);
  },
  Concatenate: ({ graph, inputs, config }) => graph.add('Concat', inputs, { axis: { int: config.axis as number } }),
  Dropout: identity,
  SpatialDropout1D: identity,
  SpatialDropout2D: identity,
  SpatialDropout3D: identity,
  AlphaDropout: identity,
  GaussianDropout: identity,
  GaussianNoise: identity,
  ActivityRegularization: identity,
  Identity: identity,
};

function chain({ graph, inputs }: LayerCall, operation: string): string {
  return inputs.reduce((sum, input) => graph.add(operation, [sum, input]));
}

/** Into a shape; 0 keeps the length at its place, -1 is what is left. */
function reshape({ graph, inputs }: LayerCall, shape: readonly number[]): string {
  return graph.add('Reshape', [inputs[0]!, graph.integers('shape', shape)]);
}
