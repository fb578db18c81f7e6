import { scalar } from './activations';
import { type LayerCall, type LayerWriter, notInOnnx } from './layer-call';

/** Layers that shift and scale. */
export const normalizationLayers: Readonly<Record<string, LayerWriter>> = {
  // γ (x - μ) / √(σ² + ε) + β with numbers that no longer change is x · a + b.
  BatchNormalization: (call) => {
    const { config, graph, inputs, weight } = call;
    const mean = weight('moving_mean').data;
    const variance = weight('moving_variance').data;
    const gamma = config.scale ? weight('gamma').data : mean.map(() => 1);
    const beta = config.center ? weight('beta').data : mean.map(() => 0);
    const scale = Array.from(variance, (value, index) => gamma[index]! / Math.sqrt(value + (config.epsilon as number)));
    const offset = scale.map((value, index) => beta[index]! - mean[index]! * value);
    const shape = alongAxis(call, config.axis as number, mean.length);
    const scaled = graph.add('Mul', [inputs[0]!, graph.constant('scale', { shape, data: scale })]);
    return graph.add('Add', [scaled, graph.constant('offset', { shape, data: offset })]);
  },
  LayerNormalization: (call) => {
    const { config, graph, inputs, weight } = call;
    const axes = [config.axis].flat() as number[];
    const rank = call.inputShapes[0]!.length;
    if (axes.length !== 1 || ![-1, rank - 1].includes(axes[0]!)) {
      throw notInOnnx(call, 'the last axis', axes, 'Permute the axes first.');
    }
    const mean = (value: string) => graph.add('ReduceMean', [value], { axes: { ints: [-1] }, keepdims: { int: 1 } });
    const centred = graph.add('Sub', [inputs[0]!, mean(inputs[0]!)]);
    const variance = mean(graph.add('Mul', [centred, centred]));
    const deviation = graph.add('Sqrt', [graph.add('Add', [variance, scalar(graph, config.epsilon as number)])]);
    let value = graph.add('Div', [centred, deviation]);
    if (config.scale) value = graph.add('Mul', [value, graph.constant('gamma', weight('gamma'))]);
    if (config.center) value = graph.add('Add', [value, graph.constant('beta', weight('beta'))]);
    return value;
  },
  Rescaling: (call) => {
    const { config, graph, inputs } = call;
    const { scale, offset } = config;
    if (typeof scale !== 'number' || typeof offset !== 'number') {
      throw notInOnnx(call, 'one scale and one offset', { scale, offset }, 'Use numbers, not lists.');
    }
    const value = graph.add('Cast', [inputs[0]!], { to: { int: 1 } });
    return graph.add('Add', [graph.add('Mul', [value, scalar(graph, scale)]), scalar(graph, offset)]);
  },
};

/** A shape with all numbers along one axis, that fits the inputs. */
function alongAxis({ inputShapes }: LayerCall, axis: number, length: number): number[] {
  const rank = inputShapes[0]!.length;
  return inputShapes[0]!.map((_, index) => (index === (axis + rank) % rank ? length : 1));
}
