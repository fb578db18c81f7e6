import { KerasTensor } from './keras-tensor';
import type { Operation } from './operation';
import { flatten, mapTree, type Tree } from './tree';

/** Values an operation was called with: symbolic tensors, and whatever else the call takes. */
export type Arguments = { inputs: Tree<unknown>; options: Readonly<Record<string, unknown>> };

/**
 * One call of an operation on symbolic tensors: an edge bundle of the graph. An operation that is called twice, and so shares
 * its weights, has two nodes. Keras: `keras.src.ops.node.Node`.
 */
export class Node {
  readonly operation: Operation;
  readonly call: Arguments;
  readonly inputs: KerasTensor[];
  readonly outputs: KerasTensor[];

  constructor(operation: Operation, call: Arguments, outputs: KerasTensor[]) {
    this.operation = operation;
    this.call = call;
    this.inputs = [...symbolicTensors(call.inputs), ...Object.values(call.options).flatMap(symbolicTensors)];
    this.outputs = outputs;
    operation.inboundNodes.push(this);
    const nodeIndex = operation.inboundNodes.length - 1;
    for (const [tensorIndex, output] of outputs.entries()) output.history = { operation, nodeIndex, tensorIndex };
  }

  /** Whether nothing flows into it: the node of an input layer. */
  get isInput(): boolean {
    return this.inputs.length === 0;
  }

  /** The nodes whose outputs this one uses. */
  get parents(): Node[] {
    return this.inputs.flatMap(({ history }) => history?.operation.inboundNodes[history.nodeIndex] ?? []);
  }

  /** The arguments with each symbolic tensor replaced by its value. */
  fillIn(values: ReadonlyMap<KerasTensor, unknown>): Arguments {
    const fill = (tree: Tree<unknown>) =>
      mapTree(tree, (leaf) => (leaf instanceof KerasTensor ? values.get(leaf) : leaf));
    return {
      inputs: fill(this.call.inputs),
      options: Object.fromEntries(Object.entries(this.call.options).map(([key, value]) => [key, fill(value)])),
    };
  }
}

/** The symbolic tensors in a tree. */
export function symbolicTensors(tree: Tree<unknown>): KerasTensor[] {
  return flatten(tree).filter((leaf) => leaf instanceof KerasTensor);
}
