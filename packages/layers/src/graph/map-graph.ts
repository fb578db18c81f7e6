import { inWords, TenlabError } from '@tenlab/core';
import type { KerasTensor } from './keras-tensor';
import type { Node } from './node';
import type { Operation } from './operation';

/** The part of the graph between some inputs and outputs, in the order of Keras's `map_graph`. */
export interface GraphMap {
  /** Nodes in the order they can be computed in. */
  nodes: Node[];
  /** Operations from the inputs on; its layers in this order are `model.layers`. */
  operations: Operation[];
}

/**
 * Finds what lies between inputs and outputs and sorts it by depth, the number of calls between a node and the outputs;
 * what is equally deep stays in the order of a depth-first walk from the outputs. Weights are ordered by it.
 *
 * Throws when an output does not depend on the inputs alone, on cycles, and on names that occur twice.
 */
export function mapGraph(place: string, inputs: readonly KerasTensor[], outputs: readonly KerasTensor[]): GraphMap {
  const { sorted, firstSeen } = walkFromOutputs(place, inputs, outputs);
  const inGraph = new Set(sorted);
  const nodeDepths = new Map<Node, number>();
  const operationDepths = new Map<Operation, number>();
  for (const node of [...sorted].reverse()) {
    if (!nodeDepths.has(node)) nodeDepths.set(node, 0);
    // An operation that is shared has the depth of its deepest call.
    const depth = Math.max(nodeDepths.get(node) ?? 0, operationDepths.get(node.operation) ?? 0);
    operationDepths.set(node.operation, depth);
    nodeDepths.set(node, depth);
    for (const parent of node.parents) {
      if (inGraph.has(parent)) nodeDepths.set(parent, Math.max(depth + 1, nodeDepths.get(parent) ?? 0));
    }
  }
  for (const { history } of inputs) {
    const node = history?.operation.inboundNodes[history.nodeIndex];
    if (!history || !node?.isInput || operationDepths.has(history.operation)) continue;
    operationDepths.set(history.operation, 0);
    firstSeen.set(history.operation, -1);
    nodeDepths.set(node, 0);
  }
  const nodes = [...nodeDepths].sort((a, b) => b[1] - a[1]).map(([node]) => node);
  const operations = [...operationDepths]
    .sort(([a, depthA], [b, depthB]) => depthB - depthA || (firstSeen.get(a) as number) - (firstSeen.get(b) as number))
    .map(([operation]) => operation);
  expectConnected(place, inputs, nodes);
  expectUniqueNames(place, operations);
  return { nodes, operations };
}

function walkFromOutputs(place: string, inputs: readonly KerasTensor[], outputs: readonly KerasTensor[]) {
  const sorted: Node[] = [];
  const firstSeen = new Map<Operation, number>();
  const finished = new Set<Node>();
  const inProgress = new Set<Node>();
  const given = new Set(inputs);
  const visit = (tensor: KerasTensor): void => {
    const { history } = tensor;
    const node = history?.operation.inboundNodes[history.nodeIndex];
    if (!history || !node || finished.has(node)) return;
    if (!node.isInput && given.has(tensor)) {
      finished.add(node);
      return;
    }
    if (inProgress.has(node)) {
      throw new TenlabError({
        code: 'invalid-graph',
        place,
        expected: 'the graph must have no cycles',
        received: inWords(`one in which '${history.operation.name}' depends on itself`),
        remedy: 'Use a recurrent layer for what feeds back.',
      });
    }
    if (!firstSeen.has(history.operation)) firstSeen.set(history.operation, firstSeen.size);
    inProgress.add(node);
    for (const input of node.inputs) visit(input);
    inProgress.delete(node);
    finished.add(node);
    sorted.push(node);
  };
  for (const output of outputs) visit(output);
  return { sorted, firstSeen };
}

function expectConnected(place: string, inputs: readonly KerasTensor[], nodes: readonly Node[]): void {
  const known = new Set(inputs);
  for (const node of nodes) {
    const missing = node.inputs.find((tensor) => !known.has(tensor));
    if (missing) {
      throw new TenlabError({
        code: 'invalid-graph',
        place,
        expected: 'the outputs must be computed from the inputs alone',
        received: inWords(`'${node.operation.name}', which needs ${missing}`),
        remedy: `Add the input that '${missing.history?.operation.name ?? missing.name}' starts from to \`inputs\`.`,
      });
    }
    // An input layer that is not among the inputs gets no values.
    if (!node.isInput) for (const output of node.outputs) known.add(output);
  }
}

function expectUniqueNames(place: string, operations: readonly Operation[]): void {
  const names = new Set<string>();
  for (const { name } of operations) {
    if (names.has(name)) {
      throw new TenlabError({
        code: 'invalid-graph',
        place,
        expected: 'each layer must have a name of its own',
        received: inWords(`'${name}' twice`),
        remedy: 'Give one of them another `name`.',
      });
    }
    names.add(name);
  }
}
