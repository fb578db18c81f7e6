import { KerasTensor } from '../graph/keras-tensor';
import { mapGraph } from '../graph/map-graph';
import { Node } from '../graph/node';
import { flatten, mapTree, type Tree } from '../graph/tree';
import { InputLayer } from '../layers/core/input-layer';

/**
 * Inputs and outputs for a model that begins in the middle of another: where an input is computed by a layer, a new input
 * layer takes its place, and the calls after it are noted again, with the same layers. Keras: `clone_graph_nodes`.
 */
export function startAtInputs(
  inputs: Tree<KerasTensor>,
  outputs: Tree<KerasTensor>,
): { inputs: Tree<KerasTensor>; outputs: Tree<KerasTensor> } {
  const given = flatten(inputs);
  const symbolic = [...given, ...flatten(outputs)].every((tensor) => tensor instanceof KerasTensor);
  if (!symbolic || given.every(startsModel)) return { inputs, outputs };
  const copies = new Map<KerasTensor, KerasTensor>();
  for (const tensor of given) {
    if (startsModel(tensor)) {
      copies.set(tensor, tensor);
    } else {
      const name = `${tensor.history?.operation.name ?? tensor.name}CLONE`;
      copies.set(tensor, new InputLayer({ batchShape: tensor.shape, dtype: tensor.dtype as 'float32', name }).output);
    }
  }
  const copy = (tensor: KerasTensor): KerasTensor => {
    const known = copies.get(tensor);
    if (known) return known;
    const made = new KerasTensor(tensor.shape, tensor.dtype);
    made.mask = tensor.mask && copy(tensor.mask);
    copies.set(tensor, made);
    return made;
  };
  const copyAll = (tree: Tree<unknown>) => mapTree(tree, (leaf) => (leaf instanceof KerasTensor ? copy(leaf) : leaf));
  for (const node of mapGraph('Functional model', given, flatten(outputs)).nodes) {
    if (node.isInput || node.outputs.every((output) => copies.has(output))) continue;
    const { inputs: nodeInputs, options } = node.call;
    const copiedOptions = Object.fromEntries(
      Object.entries(options).map(([name, value]) => [name, copyAll(value as Tree<unknown>)]),
    );
    new Node(node.operation, { inputs: copyAll(nodeInputs), options: copiedOptions }, node.outputs.map(copy));
  }
  return { inputs: mapTree(inputs, copy), outputs: mapTree(outputs, copy) };
}

function startsModel(tensor: KerasTensor): boolean {
  return tensor.history?.operation.inboundNodes[tensor.history.nodeIndex]?.isInput ?? false;
}
