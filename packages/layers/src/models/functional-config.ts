import { inWords, TenlabError } from '@tenlab/core';
import type { FunctionalGraph } from '../graph/functional-graph';
import { KerasTensor } from '../graph/keras-tensor';
import type { Node } from '../graph/node';
import type { Operation } from '../graph/operation';
import { isRecord, mapTree, type Tree } from '../graph/tree';
import { snakeCase } from '../registry/class-name';
import { type Config, camelCase } from '../registry/config';
import { deserializeOperation } from '../serialization/deserialize';
import { serializeObject, serializeValue } from '../serialization/serialize-object';

interface CallSignature {
  /** Options of `call` in Keras's order. */
  callOptions?: readonly string[];
  /** How many of them Keras writes without a name. */
  positionalOptions?: number;
  /** Whether Keras's `call` has an argument `mask`; attention has one for each of its inputs. */
  hasMaskArgument?: boolean;
}

/** The part of a functional model's config that tells its graph: layers, calls, inputs, outputs. */
export function graphConfig(graph: FunctionalGraph): Config {
  const indices = new Map<Node, number>();
  for (const operation of graph.operations) {
    const kept = operation.inboundNodes.filter((node) => graph.nodes.includes(node));
    for (const [index, node] of kept.entries()) indices.set(node, index);
  }
  const layers = graph.operations.map((operation) => ({
    ...serializeObject(operation),
    name: operation.name,
    inbound_nodes: operation.inboundNodes
      .filter((node) => indices.has(node) && !node.isInput)
      .map((node) => nodeConfig(node, indices)),
  }));
  const place = (tensor: KerasTensor) => {
    const [name, node, output] = historyConfig(tensor, indices);
    return [name, node + firstNode(tensor.history?.operation), output];
  };
  return {
    layers,
    input_layers: mapTree(graph.inputs, place),
    output_layers: mapTree(graph.outputs, place),
  };
}

/** Makes the symbolic inputs and outputs that a config tells. */
export function graphFromConfig(
  place: string,
  config: Config,
): { inputs: Tree<KerasTensor>; outputs: Tree<KerasTensor> } {
  const layers = (config.layers as Config[]).map((layer) => ({
    operation: deserializeOperation(layer),
    name: layer.name as string,
    // Models come with a call of their own.
    waiting: [...(layer.inbound_nodes as Config[])],
    made: [] as Node[],
  }));
  const byName = new Map(layers.map((layer) => [layer.name, layer]));
  for (const layer of layers) if (layer.waiting.length === 0) layer.made.push(...layer.operation.inboundNodes);
  const tensorAt = ([name, nodeIndex, tensorIndex]: readonly [string, number, number]): KerasTensor | undefined => {
    const layer = byName.get(name);
    if (!layer) throw badGraph(place, inWords(`a call on the output of '${name}', which is not in the model`));
    return layer.made[nodeIndex]?.outputs[tensorIndex];
  };
  // A call can be made once the outputs it uses exist; shared layers may have to wait for one another.
  for (let progress = true; progress; ) {
    progress = false;
    for (const layer of layers) {
      while (layer.waiting.length > 0) {
        const call = readCall(layer.operation, layer.waiting[0] as Config, tensorAt);
        if (!call) break;
        layer.operation.apply(call.inputs, call.options);
        layer.made.push(layer.operation.inboundNodes.at(-1) as Node);
        layer.waiting.shift();
        progress = true;
      }
    }
  }
  const stuck = layers.filter(({ waiting }) => waiting.length > 0);
  if (stuck.length > 0)
    throw badGraph(place, inWords(`loops or missing parts at ${stuck.map(({ name }) => `'${name}'`).join(', ')}`));
  const read = (tree: unknown): Tree<KerasTensor> => {
    if (isHistory(tree)) {
      const [name, node, output] = tree;
      const tensor = tensorAt([name, node - firstNode(byName.get(name)?.operation), output]);
      if (!tensor) throw badGraph(place, inWords(`no output ${tree[2]} of call ${tree[1]} of '${tree[0]}'`));
      return tensor;
    }
    if (Array.isArray(tree)) return tree.map(read);
    return Object.fromEntries(Object.entries(tree as Config).map(([key, value]) => [key, read(value)]));
  };
  return { inputs: read(config.input_layers), outputs: read(config.output_layers) };
}

function nodeConfig(node: Node, indices: ReadonlyMap<Node, number>): Config {
  const {
    callOptions = [],
    positionalOptions = 0,
    hasMaskArgument = true,
  } = node.operation.constructor as CallSignature;
  const write = (value: unknown): unknown => {
    if (value instanceof KerasTensor) {
      const keras_history = historyConfig(value, indices);
      return { class_name: '__keras_tensor__', config: { shape: value.shape, dtype: value.dtype, keras_history } };
    }
    if (Array.isArray(value)) return value.map(write);
    if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, write(entry)]));
    return serializeValue(value);
  };
  const { inputs, options } = node.call;
  const positional = callOptions.slice(0, positionalOptions).filter((name) => name in options);
  const named = Object.entries(options).filter(
    ([name]) => !positional.includes(name) && (hasMaskArgument || name !== 'mask'),
  );
  return {
    args: [write(inputs), ...positional.map((name) => write(options[name]))],
    kwargs: Object.fromEntries(named.map(([name, value]) => [snakeCase(name), write(value)])),
  };
}

function historyConfig(tensor: KerasTensor, indices: ReadonlyMap<Node, number>): [string, number, number] {
  const { operation, nodeIndex, tensorIndex } = tensor.history as {
    operation: Operation;
    nodeIndex: number;
    tensorIndex: number;
  };
  return [operation.name, indices.get(operation.inboundNodes[nodeIndex] as Node) as number, tensorIndex];
}

/** Keras counts the calls of a functional model from 1 where it tells inputs and outputs. */
function firstNode(operation: Operation | undefined): number {
  return (operation as { isFunctional?: boolean } | undefined)?.isFunctional ? 1 : 0;
}

type TensorAt = (history: readonly [string, number, number]) => KerasTensor | undefined;

/** The arguments of a call; null while one of its inputs does not exist yet. */
function readCall(
  operation: Operation,
  config: Config,
  tensorAt: TensorAt,
): { inputs: unknown; options: Config } | null {
  let complete = true;
  const read = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(read);
    if (!isRecord(value)) return value;
    if (value.class_name === '__keras_tensor__') {
      const tensor = tensorAt((value.config as Config).keras_history as [string, number, number]);
      if (!tensor) complete = false;
      return tensor;
    }
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, read(entry)]));
  };
  const { callOptions = [] } = operation.constructor as CallSignature;
  const [inputs, ...positional] = read(config.args ?? []) as unknown[];
  const options: Config = {};
  for (const [index, value] of positional.entries()) options[callOptions[index] ?? `argument ${index + 1}`] = value;
  for (const [key, value] of Object.entries((read(config.kwargs ?? {}) ?? {}) as Config)) {
    const name = camelCase(key);
    if (value === null && (name === 'mask' || name === 'training' || !callOptions.includes(name))) continue;
    options[name] = value;
  }
  return complete ? { inputs, options } : null;
}

function isHistory(value: unknown): value is [string, number, number] {
  return Array.isArray(value) && value.length === 3 && typeof value[0] === 'string' && typeof value[1] === 'number';
}

function badGraph(place: string, received: unknown): TenlabError {
  return new TenlabError({
    code: 'invalid-config',
    place,
    expected: 'all calls of the config must be possible',
    received,
    remedy: 'Write the config again from the model it came from.',
  });
}
