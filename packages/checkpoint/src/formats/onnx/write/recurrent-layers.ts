import type { Layer } from '@tenlab/layers';
import { type LayerCall, type LayerWriter, notInOnnx } from './layer-call';
import { permute } from './permute';

/** How a recurrent layer of Keras becomes one of ONNX's. */
interface Kind {
  operation: 'LSTM' | 'GRU' | 'RNN';
  /** For each gate of ONNX, which of Keras's it is. */
  gates: readonly number[];
  /** ONNX's activations: those of the gates, then that of the candidate. */
  activations(config: Readonly<Record<string, unknown>>): readonly unknown[];
}

const kinds: Readonly<Record<string, Kind>> = {
  // Keras has i f c o, ONNX i o f c.
  LSTM: {
    operation: 'LSTM',
    gates: [0, 3, 1, 2],
    activations: ({ recurrent_activation: gate, activation }) => [gate, activation, activation],
  },
  GRU: {
    operation: 'GRU',
    gates: [0, 1, 2],
    activations: ({ recurrent_activation: gate, activation }) => [gate, activation],
  },
  SimpleRNN: { operation: 'RNN', gates: [0], activations: ({ activation }) => [activation] },
};

const activationNames: Readonly<Record<string, string>> = {
  tanh: 'Tanh',
  sigmoid: 'Sigmoid',
  relu: 'Relu',
  softsign: 'Softsign',
  softplus: 'Softplus',
};

/** LSTM, GRU and SimpleRNN, in one direction or both. */
export const recurrentLayers: Readonly<Record<string, LayerWriter>> = {
  LSTM: (call) => run(call),
  GRU: (call) => run(call),
  SimpleRNN: (call) => run(call),
  Bidirectional: (call) => {
    const { graph, config } = call;
    const { forwardLayer, backwardLayer } = call.layer as unknown as Record<string, Layer>;
    const forward = run(call.within(forwardLayer!));
    const backward = run(call.within(backwardLayer!), true);
    if (forward.length > 1) throw notInOnnx(call, '`returnState` false', true, 'Ask each layer by itself.');
    const both = [forward[0]!, backward[0]!];
    switch (config.merge_mode) {
      case 'concat':
        return graph.add('Concat', both, { axis: { int: -1 } });
      case 'sum':
        return graph.add('Add', both);
      case 'mul':
        return graph.add('Mul', both);
      case 'ave':
        return graph.add('Mul', [graph.add('Add', both), graph.constant('half', { shape: [], data: [0.5] })]);
      default:
        return both;
    }
  },
};

/** Writes one direction. `inOrder` gives the steps in the order of the input also where the layer goes backwards. */
function run(call: LayerCall, inOrder = false): string[] {
  const { graph, inputs, config, layer } = call;
  const { className = '' } = layer.constructor as { className?: string };
  const kind = Object.hasOwn(kinds, className) ? kinds[className] : undefined;
  if (kind === undefined)
    throw notInOnnx(call, `a layer out of ${Object.keys(kinds).join(', ')}`, className, 'Use one.');
  if (call.masked) throw notInOnnx(call, 'inputs without a mask', true, 'ONNX has no masks: train without `maskZero`.');
  if (config.stateful) throw notInOnnx(call, '`stateful` false', true, 'Pass states in and out yourself.');
  const units = config.units as number;
  const backwards = config.go_backwards === true;
  const steps = graph.add('Transpose', [inputs[0]!], { perm: { ints: [1, 0, 2] } });
  const attributes = {
    hidden_size: { int: units },
    direction: { text: backwards ? 'reverse' : 'forward' },
    activations: { texts: kind.activations(config).map((name) => activationName(call, name)) },
    ...(kind.operation === 'GRU' ? { linear_before_reset: { int: config.reset_after ? 1 : 0 } } : {}),
  };
  const cell = call.within((layer as unknown as { cell: Layer }).cell);
  const [sequence, ...states] = graph.addMany(
    kind.operation,
    [steps, ...weightsOf(cell, kind, units, config)],
    attributes,
    kind.operation === 'LSTM' ? 3 : 2,
  );
  const last = states.map((state) => graph.add('Squeeze', [state, graph.integers('axes', [0])]));
  const output = config.return_sequences ? allSteps() : last[0]!;
  return config.return_state ? [output, ...last] : [output];

  function allSteps(): string {
    const flat = graph.add('Squeeze', [sequence!, graph.integers('axes', [1])]);
    const batchFirst = graph.add('Transpose', [flat], { perm: { ints: [1, 0, 2] } });
    if (!backwards || inOrder) return batchFirst;
    // Keras gives the steps in the order it went through them.
    const least = -(2 ** 31);
    const range = [[-1], [least], [1], [-1]].map((values) => graph.integers('range', values));
    return graph.add('Slice', [batchFirst, ...range]);
  }
}

/** Kernel, recurrent kernel and bias as ONNX has them: gates in its order, each transposed, for one direction. */
function weightsOf(
  { graph, weight }: LayerCall,
  kind: Kind,
  units: number,
  config: Readonly<Record<string, unknown>>,
): string[] {
  const matrix = (name: string) => {
    const { shape, data } = weight(name);
    const rows = permute(data, shape, [1, 0]);
    return graph.constant(name, {
      shape: [1, ...rows.shape],
      data: inOnnxOrder(rows.data, kind.gates, units * shape[0]!),
    });
  };
  const matrices = [matrix('kernel'), matrix('recurrent_kernel')];
  if (!config.use_bias) return matrices;
  const { data } = weight('bias');
  const length = kind.gates.length * units;
  // One bias for the inputs and one for the state; only a GRU with `resetAfter` has two.
  const second = data.length === 2 * length ? data.subarray(length) : new Float32Array(length);
  const both = [data.subarray(0, length), second].flatMap((part) => [...inOnnxOrder(part, kind.gates, units)]);
  return [...matrices, graph.constant('bias', { shape: [1, 2 * length], data: both })];
}

/** Puts the parts of an array, one for each gate, in another order. */
function inOnnxOrder(data: Float32Array, gates: readonly number[], length: number): Float32Array {
  const result = new Float32Array(data.length);
  for (const [index, gate] of gates.entries()) {
    result.set(data.subarray(gate * length, (gate + 1) * length), index * length);
  }
  return result;
}

function activationName(call: LayerCall, activation: unknown): string {
  const name =
    typeof activation === 'string' && Object.hasOwn(activationNames, activation)
      ? activationNames[activation]
      : undefined;
  if (name !== undefined) return name;
  const known = Object.keys(activationNames).join(', ');
  throw notInOnnx(call, `an activation of a recurrent layer out of ${known}`, activation, 'Use one of these.');
}
