import { Layer, Model, Sequential, type Weight } from '@tenlab/layers';
import { datasetOfVariable, datasetOfWeight, fileDtype } from '../keras/write/dataset-of-weight';
import type { LateTensor } from '../late-tensor';
import { escapeLocalName, type GraphNode, type ObjectGraph } from './object-graph';

const leaf = '/.ATTRIBUTES/VARIABLE_VALUE';

/**
 * What `model.save_weights('weights.ckpt')` of tf-keras writes: the graph of the model's objects, and its weights under the keys that the
 * graph names. tf-keras opens it by walking the graph along its own objects, so their names are those of its attributes; so does
 * `tf.train.Checkpoint(model=model, optimizer=optimizer)`.
 */
export function kerasGraph(model: Model): { graph: ObjectGraph; tensors: Map<string, LateTensor> } {
  const graph: ObjectGraph = [];
  const tensors = new Map<string, LateTensor>();
  const nodes = new Map<object, number>();
  addLayer(model, '');
  const root = graph[0]!;
  if (model.compiled) root.children.set('optimizer', addOptimizer(model.optimizer));
  // To a tf.train.Checkpoint of a model by that name the model is a node of its own, with the same objects in it.
  if (!root.children.has('model')) {
    const children = new Map(root.children);
    graph.push({ children, variables: root.variables, slots: [] });
    root.children.set('model', graph.length - 1);
  }
  // As a tf.train.Checkpoint of the model alone has it.
  if (!root.children.has('root')) root.children.set('root', 0);
  return { graph, tensors };

  function addNode(object: object): GraphNode {
    const node: GraphNode = { children: new Map(), variables: [], slots: [] };
    nodes.set(object, graph.length);
    graph.push(node);
    return node;
  }

  function addLayer(layer: Layer, path: string): number {
    const known = nodes.get(layer);
    if (known !== undefined) return known;
    const node = addNode(layer);
    const index = nodes.get(layer)!;
    for (const weight of layer.ownWeights) {
      for (const name of weightNames(layer, weight, node)) {
        node.children.set(name, addWeight(layer, weight, `${path}${escapeLocalName(name)}`));
      }
    }
    if (layer instanceof Model && (layer instanceof Sequential || layer.isFunctional)) addStack(layer, node, path);
    else addProperties(Object.entries(layer), node, path);
    return index;
  }

  function addWeight(layer: Layer, weight: Weight, path: string): number {
    const known = nodes.get(weight);
    if (known !== undefined) return known;
    const key = `${path}${leaf}`;
    addNode(weight).variables.push({ attribute: 'VARIABLE_VALUE', fullName: weight.path, key });
    tensors.set(key, datasetOfWeight(weight, fileDtype(weight, layer)));
    return nodes.get(weight)!;
  }

  /** All its variables by number, but for the learning rate, which has a name. */
  function addOptimizer(optimizer: Model['optimizer']): number {
    const node = addNode(optimizer);
    const index = nodes.get(optimizer)!;
    const numbered = addNode(optimizer.variables);
    node.children.set('_variables', graph.indexOf(numbered));
    let number = 0;
    for (const variable of optimizer.variables) {
      const name = { iteration: '_iterations', learning_rate: '_learning_rate' }[variable.name];
      const key = `optimizer/${name ?? `_variables/${number}`}${leaf}`;
      addNode(variable).variables.push({ attribute: 'VARIABLE_VALUE', fullName: variable.name, key });
      tensors.set(key, datasetOfVariable(variable));
      const child = nodes.get(variable)!;
      if (name !== undefined) node.children.set(name, child);
      if (variable.name !== 'learning_rate') numbered.children.set(String(number++), child);
    }
    return index;
  }

  /** The layers of a model by number, and those with weights once more by a number of their own. */
  function addStack(model: Model, node: GraphNode, path: string): void {
    let withWeights = 0;
    for (const [number, layer] of model.layers.entries()) {
      const hasWeights = layer.weights.length > 0;
      const name = hasWeights ? `layer_with_weights-${withWeights++}` : `layer-${number}`;
      const child = addLayer(layer, `${path}${name}/`);
      node.children.set(name, child);
      node.children.set(`layer-${number}`, child);
    }
  }

  /** What an object holds in its attributes: layers, and lists and records of them. */
  function addProperties(entries: Iterable<[string, unknown]>, node: GraphNode, path: string): void {
    for (const [property, value] of entries) {
      if (!holdsLayers(value)) continue;
      const name = snakeCase(property);
      const inner = `${path}${escapeLocalName(name)}/`;
      const child = value instanceof Layer ? addLayer(value, inner) : addList(value as object, inner);
      node.children.set(name, child);
      // Some attributes of Keras's own layers begin with an underscore: `_query_dense`.
      if (!(name.startsWith('_') || node.children.has(`_${name}`))) node.children.set(`_${name}`, child);
    }
  }

  function addList(list: object, path: string): number {
    const known = nodes.get(list);
    if (known !== undefined) return known;
    const node = addNode(list);
    for (const [name, value] of list instanceof Map ? list : Object.entries(list)) {
      if (!holdsLayers(value)) continue;
      const inner = `${path}${escapeLocalName(String(name))}/`;
      node.children.set(
        String(name),
        value instanceof Layer ? addLayer(value, inner) : addList(value as object, inner),
      );
    }
    return nodes.get(list)!;
  }
}

/** A layer, or a list or record with one in it. */
function holdsLayers(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof Layer) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (Array.isArray(value)) return value.some(holdsLayers);
  if (value instanceof Map) return [...value.values()].some(holdsLayers);
  return (prototype === Object.prototype || prototype === null) && Object.values(value).some(holdsLayers);
}

/** The names of the attributes under which tf-keras's layer has a weight. */
function weightNames(layer: Layer, weight: Weight, { children }: GraphNode): string[] {
  let name = weight.name;
  for (let turn = 2; children.has(name); turn++) name = `${weight.name}_${turn}`;
  return isNormalization(layer) && name !== 'count' ? [name, `adapt_${name}`] : [name];
}

function isNormalization(layer: Layer): boolean {
  return (layer.constructor as { className?: string }).className === 'Normalization';
}

function snakeCase(property: string): string {
  return property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
