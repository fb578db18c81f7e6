import { Layer, Model, Sequential, type Weight } from '@tenlab/layers';
import type { StoredArray } from '../stored-array';
import { escapeLocalName, type GraphNode, type ObjectGraph } from './object-graph';

const leaf = '/.ATTRIBUTES/VARIABLE_VALUE';

/**
 * What `model.save_weights('weights.ckpt')` of tf-keras writes: the graph of the model's objects, and its weights under the keys that the
 * graph names. tf-keras opens it by walking the graph along its own objects, so their names are those of its attributes.
 */
export function kerasGraph(
  model: Model,
  readValue: (weight: Weight) => StoredArray,
): { graph: ObjectGraph; tensors: Map<string, StoredArray> } {
  const graph: ObjectGraph = [];
  const tensors = new Map<string, StoredArray>();
  const nodes = new Map<object, number>();
  addLayer(model, '');
  // As a tf.train.Checkpoint of the model alone has it.
  graph[0]!.children.set('root', 0);
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
    tensors.set(key, asKeras(layer, weight, readValue(weight)));
    return nodes.get(weight)!;
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

/** The count of samples is a 64-bit number there. */
function asKeras(layer: Layer, weight: Weight, array: StoredArray): StoredArray {
  if (!isNormalization(layer) || weight.name !== 'count' || array.dtype !== 'int32') return array;
  return { dtype: 'int64', shape: array.shape, data: BigInt64Array.from(array.data, BigInt) };
}

function isNormalization(layer: Layer): boolean {
  return (layer.constructor as { className?: string }).className === 'Normalization';
}

function snakeCase(property: string): string {
  return property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
