import { serializeActivation } from '../../activations/index';
import type { KerasTensor } from '../../graph/keras-tensor';
import type { Node } from '../../graph/node';
import type { Operation } from '../../graph/operation';
import { flattenShapes, formatShape, type Shapes } from '../../graph/shape';
import { Layer } from '../../layers/layer';
import { classNameOf } from '../../registry/class-name';
import type { Model } from '../model';

/** What a picture of a model tells. */
export interface PlotDetails {
  showShapes: boolean;
  showDtype: boolean;
  showParams: boolean;
  showLayerNames: boolean;
  showLayerActivations: boolean;
  showTrainable: boolean;
  expandNested: boolean;
}

/** A layer in the picture. */
export interface PlotBox {
  /** Its names with those of the models around it, which no other box has. */
  id: string;
  /** The model around it; null at the top. */
  parent: string | null;
  /** What is written in it, the first line larger. */
  lines: string[];
  /** Whether training changes it: `input` and `plain` boxes have nothing to train. */
  kind: 'input' | 'trained' | 'frozen' | 'plain';
  /** Whether other boxes lie in it: then only its first line is written. */
  isModel: boolean;
}

/** An arrow from one box to another. Hidden ones only keep the order, where nothing is known of what flows. */
export interface PlotArrow {
  from: string;
  to: string;
  hidden: boolean;
}

export interface PlotGraph {
  boxes: PlotBox[];
  arrows: PlotArrow[];
}

/** The boxes and arrows of a model: one box per layer, models inside as boxes around theirs. */
export function describeGraph(model: Model, details: PlotDetails): PlotGraph {
  const plot: PlotGraph = { boxes: [], arrows: [] };
  addModel(plot, model, null, details);
  return plot;
}

/** Adds a model's layers and tells from and to which boxes its inputs and outputs go. */
function addModel(
  plot: PlotGraph,
  model: Model,
  parent: string | null,
  details: PlotDetails,
): { inputs: string[]; outputs: string[] } {
  const { graph } = model;
  const prefix = parent === null ? '' : `${parent}/`;
  if (!graph) {
    const ids = model.layers.map((layer) => addBox(plot, layer, [], `${prefix}${layer.name}`, parent, details));
    for (const [i, to] of ids.entries()) {
      const from = ids[i - 1];
      // A stack that is not built has an order; of a class's layers nobody knows how they are called.
      if (from !== undefined) plot.arrows.push({ from, to, hidden: classNameOf(model) !== 'Sequential' });
    }
    return { inputs: ids.slice(0, 1), outputs: ids.slice(-1) };
  }
  const nodes = new Set(graph.nodes);
  const ends = new Map<Operation, { inputs: string[]; outputs: string[] }>();
  for (const operation of graph.operations) {
    const id = `${prefix}${operation.name}`;
    const calls = operation.inboundNodes.filter((node) => nodes.has(node));
    addBox(plot, operation, calls, id, parent, details);
    const opened = details.expandNested && isOpenModel(operation);
    ends.set(operation, opened ? addModel(plot, operation as Model, id, details) : { inputs: [id], outputs: [id] });
  }
  const sources = (tensor: KerasTensor) => outputsOf(tensor, ends);
  for (const operation of graph.operations) {
    const { inputs } = ends.get(operation) as { inputs: string[] };
    for (const node of operation.inboundNodes.filter((each) => nodes.has(each))) {
      for (const [i, tensor] of node.inputs.entries()) {
        const to = inputs.length === node.inputs.length ? (inputs[i] as string) : (inputs[0] as string);
        for (const from of sources(tensor)) addArrow(plot, from, to);
      }
    }
  }
  return {
    inputs: graph.flatInputs.flatMap((tensor) => sources(tensor).slice(0, 1)),
    outputs: graph.flatOutputs.flatMap(sources),
  };
}

/** The boxes that a tensor comes out of: for one of a model that lies open, the box inside that makes it. */
function outputsOf({ history }: KerasTensor, ends: ReadonlyMap<Operation, { outputs: string[] }>): string[] {
  if (!history) return [];
  const outputs = ends.get(history.operation)?.outputs ?? [];
  const made = outputs[history.tensorIndex];
  return made === undefined ? outputs.slice(0, 1) : [made];
}

function addArrow(plot: PlotGraph, from: string, to: string): void {
  if (!plot.arrows.some((arrow) => arrow.from === from && arrow.to === to))
    plot.arrows.push({ from, to, hidden: false });
}

function addBox(
  plot: PlotGraph,
  operation: Operation,
  calls: readonly Node[],
  id: string,
  parent: string | null,
  details: PlotDetails,
): string {
  const isModel = details.expandNested && isOpenModel(operation);
  plot.boxes.push({ id, parent, lines: linesOf(operation, calls, details), kind: kindOf(operation), isModel });
  return id;
}

/** Whether a layer is a model whose graph can be shown. */
function isOpenModel(operation: Operation): boolean {
  return 'graph' in operation && operation.graph !== null;
}

function kindOf(operation: Operation): PlotBox['kind'] {
  if (classNameOf(operation) === 'InputLayer') return 'input';
  if (!(operation instanceof Layer) || operation.weights.length === 0) return 'plain';
  return operation.trainableWeights.length > 0 ? 'trained' : 'frozen';
}

function linesOf(operation: Operation, calls: readonly Node[], details: PlotDetails): string[] {
  const { showShapes, showDtype, showParams, showLayerNames, showLayerActivations, showTrainable } = details;
  const kind = classOf(operation);
  const activation = showLayerActivations ? activationOf(operation) : null;
  const typed = activation ? `${kind} · ${activation}` : kind;
  const lines = showLayerNames ? [operation.name, typed] : [typed];
  const shapes = showShapes ? shapesOf(operation, calls) : null;
  if (shapes) lines.push(shapes);
  const facts: string[] = [];
  if (showParams && operation instanceof Layer && operation.weights.length > 0) {
    const count = operation.countParams();
    facts.push(`${count.toLocaleString('en-US')} ${count === 1 ? 'parameter' : 'parameters'}`);
  }
  if (showParams && operation instanceof Layer && !operation.built) facts.push('not built');
  if (showDtype && operation instanceof Layer) facts.push(operation.dtype);
  if (showTrainable && operation instanceof Layer && operation.weights.length > 0) {
    facts.push(operation.trainableWeights.length > 0 ? 'trained' : 'frozen');
  }
  if (facts.length > 0) lines.push(facts.join(' · '));
  return lines;
}

/** The class, with that of the layer it wraps. */
function classOf(operation: Operation): string {
  const name = classNameOf(operation) === 'Model' ? 'Functional' : classNameOf(operation);
  const inner = ['layer', 'forwardLayer'].map((key) => (operation as unknown as Record<string, unknown>)[key]);
  const wrapped = inner.find((value) => value instanceof Layer);
  return wrapped ? `${name}(${classOf(wrapped as Layer)})` : name;
}

function activationOf(operation: Operation): string | null {
  const { activation } = operation as unknown as { activation?: unknown };
  if (typeof activation !== 'function') return null;
  const name = serializeActivation(activation as never);
  return typeof name === 'string' && name !== 'linear' ? name : null;
}

function shapesOf(operation: Operation, calls: readonly Node[]): string | null {
  const [call] = calls;
  if (call) {
    const outputs = listed(call.outputs.map(({ shape }) => formatShape(shape)));
    return call.isInput ? outputs : `${listed(call.inputs.map(({ shape }) => formatShape(shape)))} → ${outputs}`;
  }
  const built = operation instanceof Layer ? operation.getBuildConfig()?.input_shape : null;
  return built ? listed(flattenShapes(built as Shapes).map(formatShape)) : null;
}

function listed(shapes: readonly string[]): string {
  return shapes.length === 1 ? (shapes[0] as string) : `[${shapes.join(', ')}]`;
}
