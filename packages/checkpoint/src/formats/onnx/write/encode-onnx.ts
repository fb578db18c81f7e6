import { inWords, TenlabError } from '@tenlab/core';
import { Layer, Model, type Weight } from '@tenlab/layers';
import type { StoredArray } from '../../stored-array';
import { activationLayers } from './activations';
import { basicLayers } from './basic-layers';
import { imageLayers } from './image-layers';
import { type LayerCall, type LayerWriter, notInOnnx } from './layer-call';
import { normalizationLayers } from './normalization-layers';
import { OnnxGraph } from './onnx-graph';
import { recurrentLayers } from './recurrent-layers';

const writers: Readonly<Record<string, LayerWriter>> = {
  ...basicLayers,
  ...activationLayers,
  ...imageLayers,
  ...normalizationLayers,
  ...recurrentLayers,
};

type Graph = NonNullable<Model['graph']>;

/** The pieces of an ONNX file that computes what the model predicts. `readValue` gives a weight's values. */
export function onnxPieces(model: Model, readValue: (weight: Weight) => StoredArray): Uint8Array[] {
  const onnx = new OnnxGraph();
  const graph = graphOf(model);
  const inputs = graph.inputNames.map((name, index) => {
    const { shape, dtype } = graph.flatInputs[index]!;
    const free = onnx.name(name);
    onnx.input(
      free,
      dtype as StoredArray['dtype'],
      shape.map((size, axis) => axisName(size, axis, free)),
    );
    return free;
  });
  const outputs = writeGraph(graph, inputs, onnx, readValue);
  for (const [index, name] of graph.outputNames.entries()) {
    const { shape, dtype } = graph.flatOutputs[index]!;
    const axes = shape.map((size, axis) => axisName(size, axis, name));
    onnx.output(outputs[index]!, name, dtype as StoredArray['dtype'], axes);
  }
  return onnx.toPieces(model.name);
}

/** Writes all calls of a graph, and gives the names of its outputs. */
function writeGraph(
  graph: Graph,
  inputs: readonly string[],
  onnx: OnnxGraph,
  readValue: (weight: Weight) => StoredArray,
): string[] {
  const outputs = graph.evaluate(inputs, (node, { inputs: given, options }) => {
    const layer = node.operation as unknown as Layer;
    const named = [given].flat(3) as string[];
    if (layer instanceof Model) return writeGraph(graphOf(layer), named, onnx, readValue);
    const write = writerOf(layer);
    if (Object.keys(options).some((name) => !['training', 'mask'].includes(name))) {
      throw notInOnnx({ layer }, 'a call with its inputs alone', Object.keys(options), 'Leave out the other options.');
    }
    return write(
      callOf(layer, {
        graph: onnx,
        inputs: named,
        inputShapes: node.inputs.map(({ shape }) => shape),
        outputShape: node.outputs[0]!.shape,
        masked: node.inputs.some(({ mask }) => mask !== null),
        readValue,
      }),
    );
  });
  return [outputs].flat(3) as string[];
}

function writerOf(layer: Layer): LayerWriter {
  if (!(layer instanceof Layer)) {
    // Masks are made by operations beside the layers.
    throw new TenlabError({
      code: 'unsupported-layer',
      place: 'encodeOnnx',
      expected: 'a graph of layers alone, without masks',
      received: inWords(`the operation '${(layer as { name: string }).name}'`),
      remedy: 'ONNX has no masks: train without `maskZero` and Masking.',
    });
  }
  const { className = layer.constructor.name } = layer.constructor as { className?: string };
  if (Object.hasOwn(writers, className)) return writers[className]!;
  throw notInOnnx(
    { layer },
    `a layer out of ${Object.keys(writers).join(', ')}`,
    className,
    'Export the part of the model without it, or save the model as .keras and export from Keras.',
  );
}

type Shared = Pick<LayerCall, 'graph' | 'inputs' | 'inputShapes' | 'outputShape' | 'masked'> & {
  readValue(weight: Weight): StoredArray;
};

function callOf(layer: Layer, shared: Shared): LayerCall {
  const { readValue, ...rest } = shared;
  return {
    ...rest,
    layer,
    config: layer.getConfig() as LayerCall['config'],
    weight: (name) => {
      const weight = layer.ownWeights.find((own) => own.name === name);
      const value = weight === undefined ? undefined : readValue(weight);
      if (value?.dtype === 'float32') return value;
      throw notInOnnx({ layer }, `a weight '${name}' of float32`, value?.dtype, 'Build the model first.');
    },
    within: (inner) => callOf(inner, shared),
  };
}

function graphOf(model: Model): Graph {
  if (model.graph) return model.graph;
  throw new TenlabError({
    code: 'not-a-graph',
    place: `encodeOnnx, ${model.place}`,
    expected: 'a Sequential or functional model whose input shape is known',
    received: inWords('one without a graph of layers'),
    remedy:
      'Give the first layer an `inputShape`, or build the model from Input and layers; a class with `call` is no graph.',
  });
}

/** A length, or a name for one that differs from call to call. */
function axisName(size: number | null, axis: number, value: string): number | string {
  return size ?? (axis === 0 ? 'batch' : `${value}_${axis}`);
}
