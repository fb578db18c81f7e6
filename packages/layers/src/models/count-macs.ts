// What a forward pass costs: the multiply-accumulates of its matrix products and convolutions, one `a · b + c` each. Sums,
// activations and normalizations count as nothing, as is the custom, for they are a small part. These are the formulas.
import type { FunctionalGraph } from '../graph/functional-graph';
import type { Node } from '../graph/node';
import type { Operation } from '../graph/operation';
import type { Shape, Shapes } from '../graph/shape';
import { PReLU } from '../layers/activations/prelu';
import { Attention } from '../layers/attention/attention';
import { BaseMultiHeadAttention } from '../layers/attention/base-multi-head-attention';
import { optionShapes, shapesOf } from '../layers/call-layer';
import { BaseConv } from '../layers/convolution/base-conv';
import { BaseConvTranspose } from '../layers/convolution/base-conv-transpose';
import { BaseDepthwiseConv } from '../layers/convolution/base-depthwise-conv';
import { BaseSeparableConv } from '../layers/convolution/base-separable-conv';
import { Dense } from '../layers/core/dense';
import { EinsumDense } from '../layers/core/einsum-dense';
import { einsumShapes } from '../layers/core/einsum-equation';
import { Embedding } from '../layers/core/embedding';
import { Lambda } from '../layers/core/lambda';
import { Layer } from '../layers/layer';
import { Dot } from '../layers/merging/dot';
import { BatchNormalization } from '../layers/normalization/batch-normalization';
import { GroupNormalization } from '../layers/normalization/group-normalization';
import { LayerNormalization } from '../layers/normalization/layer-normalization';
import { RMSNormalization } from '../layers/normalization/rms-normalization';
import { SpectralNormalization } from '../layers/normalization/spectral-normalization';
import { Normalization } from '../layers/preprocessing/normalization';
import { ConvLSTMCell } from '../layers/recurrent/conv-lstm-cell';
import { GatedCell } from '../layers/recurrent/gated-cell';
import { RNN } from '../layers/recurrent/rnn';
import type { RNNCell } from '../layers/recurrent/rnn-cell';
import { StackedRNNCells } from '../layers/recurrent/stacked-rnn-cells';
import { Bidirectional } from '../layers/wrappers/bidirectional';
import { TimeDistributed } from '../layers/wrappers/time-distributed';
import type { Weight } from '../weight';

/** What a layer of your own may have, to be counted in summaries: the multiply-accumulates of a call on one sample. */
export interface CountsMacs {
  countMacs(inputShape: Shapes, optionShapes: Readonly<Record<string, Shapes>>): number;
}

/** Layers with weights that multiply no matrices. */
const FREE = [
  ...[BatchNormalization, GroupNormalization, LayerNormalization, RMSNormalization, Normalization],
  ...[Embedding, PReLU],
];

/**
 * The multiply-accumulates of one call of a layer or model on one sample; null where they are not known: the layer is not built,
 * a length such as that of sequences is open, or it is one with weights of your own that does not tell.
 *
 * @example
 * countMacs(dense, [null, 784]); // 7840, for 10 units
 */
export function countMacs(
  layer: Operation,
  inputShape: Shapes,
  options: Readonly<Record<string, Shapes>> = {},
): number | null {
  if (!(layer instanceof Layer)) return 0;
  const count = macsOf(layer, inputShape, options);
  return Number.isFinite(count) ? count : null;
}

/** The multiply-accumulates of all calls in a graph; of a layer's alone, where one is given. */
export function countGraphMacs(graph: FunctionalGraph, only?: Operation): number | null {
  const calls = graph.nodes.filter((node) => !node.isInput && (only === undefined || node.operation === only));
  return calls.map(nodeMacs).reduce((sum, macs) => (sum === null || macs === null ? null : sum + macs), 0);
}

function nodeMacs({ operation, call }: Node): number | null {
  return countMacs(operation, shapesOf(call.inputs as never), optionShapes(call.options));
}

// NaN stands for what is not known, for it stays in every sum.
function macsOf(layer: Layer, given: Shapes, options: Readonly<Record<string, Shapes>>): number {
  if ('countMacs' in layer) return (layer as unknown as CountsMacs).countMacs(given, options);
  if (!layer.built) return Number.NaN;
  const shape = given as Shape;
  const inner = (of: Layer, inputs: Shapes) => countMacs(of, inputs, options) ?? Number.NaN;
  // inputs · units, at every place but the last axis
  if (layer instanceof Dense) return layer.kernel.size * places(shape, [-1]);
  if (layer instanceof EinsumDense) return einsumMacs(layer, shape);
  // kernel height · width · channels · filters, at every pixel that comes out
  if (layer instanceof BaseConv) return layer.kernel.size * pixels(outputOf(layer, shape), layer.kernel);
  if (layer instanceof BaseDepthwiseConv)
    return places(outputOf(layer, shape), []) * sizeOf(layer.kernel.shape.slice(0, -2));
  if (layer instanceof BaseSeparableConv) {
    const { depthwiseKernel, pointwiseKernel } = layer;
    return (depthwiseKernel.size + pointwiseKernel.size) * pixels(outputOf(layer, shape), pointwiseKernel);
  }
  // the same, at every pixel that goes in
  if (layer instanceof BaseConvTranspose) return layer.kernel.size * pixels(shape, layer.kernel);
  if (layer instanceof RNN) return length(shape, 1) * cellMacs(layer.cell, [1, ...shape.slice(2)]);
  if (layer instanceof Bidirectional) return inner(layer.forwardLayer, shape) + inner(layer.backwardLayer, shape);
  if (layer instanceof TimeDistributed) return length(shape, 1) * inner(layer.layer, [1, ...shape.slice(2)]);
  if (layer instanceof SpectralNormalization) return inner(layer.layer, shape);
  if (layer instanceof BaseMultiHeadAttention) return headsMacs(layer, shape, options);
  if (layer instanceof Attention) return attentionMacs(layer, given as Shape[]);
  // what comes out, times the length of the axis that is summed over
  if (layer instanceof Dot) return dotMacs(layer, given as Shape[]);
  if ('graph' in layer && layer.graph) return countGraphMacs(layer.graph as FunctionalGraph) ?? Number.NaN;
  const isFree =
    FREE.some((kind) => layer instanceof kind) || (layer.weights.length === 0 && !(layer instanceof Lambda));
  return isFree ? 0 : Number.NaN;
}

/** The product of the lengths of all axes that the equation names. */
function einsumMacs(layer: EinsumDense, shape: Shape): number {
  const { equation } = einsumShapes(layer.place, layer, shape);
  const [input = '', kernel = ''] = equation.split(/,|->/);
  const lengths = new Map([...kernel].map((letter, axis) => [letter, layer.kernel.shape[axis] as number]));
  for (const [axis, letter] of [...input].entries()) lengths.set(letter, length(shape, axis));
  return sizeOf([...lengths.values()]);
}

/** Of one step: `x · kernel + state · recurrentKernel`, of images at every pixel of the state. */
function cellMacs(cell: RNNCell, shape: Shape): number {
  if (cell instanceof StackedRNNCells) return cell.cells.reduce((sum, each) => sum + cellMacs(each, shape), 0);
  if (!(cell instanceof GatedCell)) return macsOf(cell, shape, {});
  const weights = cell.kernel.size + cell.recurrentKernel.size;
  if (!(cell instanceof ConvLSTMCell)) return weights;
  return (weights * places(cell.outputShape(1), [])) / cell.filters;
}

/** The projections, `query · keyᵀ` and `weights · value`. */
function headsMacs(layer: BaseMultiHeadAttention, query: Shape, options: Readonly<Record<string, Shapes>>): number {
  const value = (options.value ?? query) as Shape;
  const key = (options.key ?? value) as Shape;
  const { queryDense, keyDense, gateDense, valueDense, outputDense } = layer;
  const [queries, keys, values] = [query, key, value].map((shape) => places(shape, [-1])) as [number, number, number];
  const [heads = 1, keyDim = 1] = queryDense.outputAxes;
  const valueDim = valueDense.outputAxes.at(-1) as number;
  return (
    queries * (queryDense.kernel.size + outputDense.kernel.size + (gateDense?.kernel.size ?? 0)) +
    keys * keyDense.kernel.size +
    values * valueDense.kernel.size +
    heads * seen(layer, query, value) * (keyDim + valueDim)
  );
}

/** How many pairs of a query and a value there are: along the axes attention runs along, at each place of the others. */
function seen(layer: BaseMultiHeadAttention, query: Shape, value: Shape): number {
  const axes = layer.axes(query.length);
  const along = (shape: Shape) => axes.reduce((product, axis) => product * length(shape, axis), 1);
  return along(query) * along(value) * places(query, [...axes, -1]);
}

function attentionMacs(layer: Attention, [query = [], value = [], key = value]: Shape[]): number {
  const pairs = places(query, [-1]) * length(value, -2);
  // Scores that are sums multiply no matrices.
  const isProduct = layer.constructor === Attention && layer.scoreMode === 'dot';
  return pairs * (length(value, -1) + (isProduct ? length(key, -1) : 0));
}

function dotMacs(layer: Dot, shapes: Shape[]): number {
  const axis = typeof layer.axes === 'number' ? layer.axes : layer.axes[0];
  return places(layer.computeOutputShape(shapes) as Shape, []) * length(shapes[0] as Shape, axis);
}

function outputOf(layer: Layer, shape: Shape): Shape {
  return layer.computeOutputShape(shape) as Shape;
}

/** The pixels of an image that has as many channels as the last axis of a kernel, wherever they stand. */
function pixels(shape: Shape, kernel: Weight): number {
  return places(shape, []) / (kernel.shape.at(-1) as number);
}

/** The number of elements of a sample, leaving out some axes. */
function places(shape: Shape, without: readonly number[]): number {
  const left = without.map((axis) => (axis < 0 ? axis + shape.length : axis));
  return shape.reduce<number>(
    (product, each, axis) => (axis === 0 || left.includes(axis) ? product : product * (each ?? Number.NaN)),
    1,
  );
}

function length(shape: Shape, axis: number): number {
  return axis === 0 ? 1 : (shape.at(axis) ?? Number.NaN);
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, each) => product * each, 1);
}
