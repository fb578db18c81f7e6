import type { FunctionalGraph } from '../graph/functional-graph';
import type { KerasTensor } from '../graph/keras-tensor';
import type { Node } from '../graph/node';
import type { Operation } from '../graph/operation';
import { flattenShapes, formatShape, type Shapes } from '../graph/shape';
import { Layer } from '../layers/layer';
import { classNameOf } from '../registry/class-name';
import { expectKnownOptions } from '../registry/options';
import type { Weight } from '../weight';
import { countGraphMacs, countMacs } from './count-macs';
import type { Model } from './model';
import { type Column, drawTable } from './table';

export interface SummaryOptions {
  /** Width of the table in characters. Default 76. */
  lineLength?: number;
  /** Where the columns end, as parts of the width. */
  positions?: readonly number[];
  /** What prints the text; false prints nothing. Default `console.log`. */
  print?: ((text: string) => void) | false;
  /** Whether the layers of models inside are shown. Default false. */
  expandNested?: boolean;
  /** Whether a column tells which layers are trained. Default false. */
  showTrainable?: boolean;
  /**
   * Whether a column tells the multiply-accumulates of a forward pass on one sample: those of matrix products and convolutions.
   * `?` where they are not known; give a layer of your own a method `countMacs(inputShape, optionShapes)`. Default false.
   */
  showMacs?: boolean;
}

/** Where the columns end; Keras's, but for the column of MACs. */
const POSITIONS = {
  stack: { plain: [0.45, 0.8, 1], macs: [0.36, 0.61, 0.82, 1] },
  graph: { plain: [0.3, 0.56, 0.74, 1], macs: [0.28, 0.48, 0.62, 0.78, 1] },
};

/**
 * Keras's table of a model: layers, output shapes, parameters, and for graphs where each layer's inputs come from.
 *
 * @example
 * model.summary();
 * // Model: "sequential"
 * // ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓
 * // ┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃
 * // …
 */
export function summarize(model: Model, options: SummaryOptions = {}): string {
  const known = ['lineLength', 'positions', 'print', 'expandNested', 'showTrainable', 'showMacs'];
  expectKnownOptions(`${model.place}, summary`, options, known);
  const {
    lineLength = 76,
    print = console.log,
    expandNested = false,
    showTrainable = false,
    showMacs = false,
  } = options;
  const isStack = isSequentialLike(model);
  const columns: Column[] = [
    { title: 'Layer (type)', align: 'left' },
    { title: 'Output Shape', align: 'left' },
    { title: 'Param #', align: 'right' },
  ];
  if (showMacs) columns.push({ title: 'MACs', align: 'right' });
  if (!isStack) columns.push({ title: 'Connected to', align: 'left' });
  let positions = options.positions ?? POSITIONS[isStack ? 'stack' : 'graph'][showMacs ? 'macs' : 'plain'];
  if (showTrainable) {
    columns.push({ title: 'Trainable', align: 'center' });
    positions = [...positions.map((position) => position * 0.9), 1];
  }
  const nodes = isStack ? null : new Set(model.graph?.nodes);
  const rowOptions = { expandNested, showTrainable, showMacs, graph: model.graph, level: 0 };
  const rows = rowsOf(model).flatMap((layer) => layerRows(layer, nodes, rowOptions));
  const text = [
    `Model: "${model.name}"`,
    ...drawTable(columns, rows, positions, lineLength),
    ...totals(model),
    ...(showMacs ? [` Total MACs: ${formatMacs(totalMacs(model))} (one sample, forward)`] : []),
  ].join('\n');
  if (print) print(text);
  return text;
}

/** Bytes as Keras prints them: `846.79 KB`. */
export function readableSize(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'];
  let size = bytes;
  for (const unit of units) {
    if (size < 1024 || unit === 'PB') return `${size.toFixed(2)} ${unit}`;
    size /= 1024;
  }
  return '';
}

function totals(model: Model): string[] {
  const line = (title: string, weights: readonly Weight[], more: readonly Weight[] = []) => {
    const all = [...weights, ...more];
    const count = all.reduce((sum, { size }) => sum + size, 0);
    const bytes = all.reduce((sum, { size, dtype }) => sum + size * (dtype === 'bool' ? 1 : 4), 0);
    return ` ${title} params: ${count.toLocaleString('en-US')} (${readableSize(bytes)})`;
  };
  const optimizer = model.compiled && model.optimizer.built ? model.optimizer.variables : [];
  const lines = [
    line('Total', model.weights, optimizer),
    line('Trainable', model.trainableWeights),
    line('Non-trainable', model.nonTrainableWeights),
  ];
  return optimizer.length > 0 ? [...lines, line('Optimizer', optimizer)] : lines;
}

function rowsOf(model: Model): readonly Operation[] {
  return model.isFunctional && model.graph ? model.graph.operations : model.layers;
}

/** Whether each layer has one call and one input, so that the order tells the connections. */
function isSequentialLike(model: Model): boolean {
  if (!model.isFunctional || !model.graph) return true;
  const { nodes, operations } = model.graph;
  const called = nodes.filter(({ isInput }) => !isInput);
  const inputs = nodes.length - called.length;
  return (
    inputs === 1 &&
    called.length === operations.length - 1 &&
    called.every((node) => node.inputs.length <= 1) &&
    isChain(called)
  );
}

function isChain(nodes: readonly Node[]): boolean {
  const uses = new Map<KerasTensor, number>();
  for (const tensor of nodes.flatMap((node) => node.inputs)) uses.set(tensor, (uses.get(tensor) ?? 0) + 1);
  return [...uses.values()].every((count) => count === 1);
}

interface RowOptions {
  expandNested: boolean;
  showTrainable: boolean;
  showMacs: boolean;
  /** The graph whose calls of a layer count; null where the layers are not in one. */
  graph: FunctionalGraph | null;
  level: number;
}

function layerRows(layer: Operation, nodes: ReadonlySet<Node> | null, options: RowOptions): string[][] {
  const { level, expandNested, showTrainable, showMacs, graph } = options;
  const prefix = level === 0 ? '' : `${'   '.repeat(level)}└ `;
  const fields = [
    `${prefix}${layer.name} (${classNameOf(layer) === 'Model' ? 'Functional' : classNameOf(layer)})`,
    outputShapeOf(layer),
    paramsOf(layer),
  ];
  if (showMacs) fields.push(formatMacs(macsOf(layer, graph)));
  if (nodes) fields.push(connectionsOf(layer, nodes));
  if (showTrainable)
    fields.push(layer instanceof Layer && layer.weights.length > 0 ? (layer.trainable ? 'Y' : 'N') : '-');
  const inner = expandNested && 'layers' in layer ? (layer as Model) : null;
  const nested = { ...options, graph: inner?.graph ?? null, level: level + 1 };
  return [fields, ...(inner?.layers ?? []).flatMap((each) => layerRows(each, nodes, nested))];
}

function outputShapeOf(layer: Operation): string {
  const node = layer.inboundNodes.at(-1);
  if (node) return joinShapes(node.outputs.map(({ shape }) => formatShape(shape)));
  if (!(layer instanceof Layer)) return '?';
  const build = layer.getBuildConfig()?.input_shape;
  if (!build) return '?';
  try {
    return joinShapes(flattenShapes(layer.computeOutputShape(build as number[])).map(formatShape));
  } catch {
    // The table shows what is known; a layer without computeOutputShape has no shape to show.
    return '?';
  }
}

function joinShapes(shapes: string[]): string {
  return shapes.length === 1 ? (shapes[0] as string) : `[${shapes.join(', ')}]`;
}

function paramsOf(layer: Operation): string {
  if (!(layer instanceof Layer)) return '0';
  return layer.built ? layer.countParams().toLocaleString('en-US') : '0 (unbuilt)';
}

/** Those of its calls in the graph, or else of one call on what it was built for. */
function macsOf(layer: Operation, graph: FunctionalGraph | null): number | null {
  if (graph) return countGraphMacs(graph, layer);
  const inputShape = layer instanceof Layer ? layer.getBuildConfig()?.input_shape : null;
  return inputShape ? countMacs(layer, inputShape as Shapes) : null;
}

function totalMacs(model: Model): number | null {
  if (model.graph) return countGraphMacs(model.graph);
  const each = model.layers.map((layer) => macsOf(layer, null));
  return each.reduce((sum, macs) => (sum === null || macs === null ? null : sum + macs), 0);
}

function formatMacs(macs: number | null): string {
  return macs === null ? '?' : macs.toLocaleString('en-US');
}

function connectionsOf(layer: Operation, nodes: ReadonlySet<Node>): string {
  const inputs = layer.inboundNodes.filter((node) => nodes.has(node)).flatMap((node) => node.inputs);
  const names = inputs.map(
    ({ history }) => `${history?.operation.name}[${history?.nodeIndex}][${history?.tensorIndex}]`,
  );
  return names.length === 0 ? '-' : names.join(', ');
}
