import { type LayerCall, type LayerWriter, notInOnnx } from './layer-call';

type Apply = (call: LayerCall, value: string) => string;

const node =
  (operation: string, attributes = {}): Apply =>
  ({ graph }, value) =>
    graph.add(operation, [value], attributes);

/** Keras's activations by name. */
const byName: Readonly<Record<string, Apply>> = {
  linear: (_, value) => value,
  relu: node('Relu'),
  sigmoid: node('Sigmoid'),
  tanh: node('Tanh'),
  softmax: node('Softmax', { axis: { int: -1 } }),
  log_softmax: node('LogSoftmax', { axis: { int: -1 } }),
  softplus: node('Softplus'),
  softsign: node('Softsign'),
  elu: node('Elu', { alpha: { float: 1 } }),
  selu: node('Selu'),
  leaky_relu: node('LeakyRelu', { alpha: { float: 0.2 } }),
  hard_sigmoid: node('HardSigmoid', { alpha: { float: 1 / 6 }, beta: { float: 0.5 } }),
  exponential: node('Exp'),
  relu6: (call, value) => clip(call, value, 0, 6),
  silu: ({ graph }, value) => graph.add('Mul', [value, graph.add('Sigmoid', [value])]),
  swish: (call, value) => byName.silu!(call, value),
  mish: ({ graph }, value) => graph.add('Mul', [value, graph.add('Tanh', [graph.add('Softplus', [value])])]),
  // gelu(x) = x / 2 · (1 + erf(x / √2))
  gelu: ({ graph }, value) => {
    const erf = graph.add('Erf', [graph.add('Div', [value, scalar(graph, Math.SQRT2)])]);
    const share = graph.add('Mul', [graph.add('Add', [erf, scalar(graph, 1)]), scalar(graph, 0.5)]);
    return graph.add('Mul', [value, share]);
  },
};

/** Applies the activation that a config names. Throws for one that is not written. */
export function activate(call: LayerCall, value: string, activation: unknown): string {
  if (activation === null || activation === undefined) return value;
  const apply = typeof activation === 'string' && Object.hasOwn(byName, activation) ? byName[activation] : undefined;
  if (apply !== undefined) return apply(call, value);
  throw notInOnnx(call, `an activation out of ${Object.keys(byName).join(', ')}`, activation, 'Use one of these.');
}

export function clip({ graph }: LayerCall, value: string, least: number | null, most: number | null): string {
  const bound = (number: number | null) => (number === null ? '' : scalar(graph, number));
  return graph.add('Clip', most === null ? [value, bound(least)] : [value, bound(least), bound(most)]);
}

/** A constant of one number. */
export function scalar(graph: LayerCall['graph'], value: number): string {
  return graph.constant('value', { shape: [], data: [value] });
}

export const activationLayers: Readonly<Record<string, LayerWriter>> = {
  Activation: (call) => activate(call, call.inputs[0]!, call.config.activation),
  Softmax: (call) => call.graph.add('Softmax', [call.inputs[0]!], { axis: { int: softmaxAxis(call) } }),
  ELU: ({ graph, inputs, config }) => graph.add('Elu', [inputs[0]!], { alpha: { float: config.alpha as number } }),
  LeakyReLU: ({ graph, inputs, config }) =>
    graph.add('LeakyRelu', [inputs[0]!], { alpha: { float: config.negative_slope as number } }),
  PReLU: ({ graph, inputs, weight }) => graph.add('PRelu', [inputs[0]!, graph.constant('alpha', weight('alpha'))]),
  ReLU: (call) => {
    const { max_value: most, negative_slope: slope, threshold } = call.config as Record<string, number | null>;
    if (threshold) throw notInOnnx(call, '`threshold` 0', threshold, 'Subtract it from the inputs instead.');
    const value = slope
      ? call.graph.add('LeakyRelu', [call.inputs[0]!], { alpha: { float: slope } })
      : call.graph.add('Relu', [call.inputs[0]!]);
    return most === null || most === undefined ? value : clip(call, value, null, most);
  },
};

function softmaxAxis(call: LayerCall): number {
  const axes = [call.config.axis].flat();
  if (axes.length === 1) return axes[0] as number;
  throw notInOnnx(call, 'softmax along one axis', axes, 'Reshape first, so that it is one axis.');
}
