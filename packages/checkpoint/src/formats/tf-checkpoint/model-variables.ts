import type { GraphNode, GraphVariable, ObjectGraph } from './object-graph';

/** Children that hold no weights of a model, or hold them once more. */
const aside =
  /^(optimizer|keras_api|variables|trainable_variables|non_trainable_variables|_all_variables|regularization_losses|signatures|serve|metrics|_metrics.*|save_counter|train_(tf_)?function|_random_generator|seed_generator|__call__|call_and_return.*|_default_save_signature|_compiled_trainable_state|root)$/;

/**
 * The weights of the Keras model in a graph, in the order of its `weights`.
 *
 * tf-keras numbers the layers that have weights (`layer_with_weights-0`); Keras 3 lists operations in `_functional`; a SavedModel
 * lists `variables`; classes have their attributes, in the order they were set. A variable that is met twice counts once.
 */
export function modelVariables(graph: ObjectGraph): GraphVariable[] {
  if (graph.length === 0) return [];
  const model = findModel(graph);
  const found = new Set<number>();
  const listed = model.children.get('variables');
  if (listed !== undefined) collectList(graph, graph[listed]!, found);
  if (found.size === 0) collect(graph, model, found);
  // Keras 3 does not track plain lists of layers, but its optimizer has all that is trained, in order.
  const trained = trainedVariables(graph, model);
  const order = trained.some((node) => !found.has(node)) ? [...new Set([...trained, ...found])] : [...found];
  const variables = order.map((node) => variableOf(graph[node]!)!);
  // The state of random numbers is a variable of Keras 3, but no weight.
  return variables.filter(({ fullName }) => !/seed_generator_state(:0)?$/.test(fullName));
}

/** The root itself, or the one of its children that looks most like a model: `tf.train.Checkpoint(model=model)`. */
export function findModel(graph: ObjectGraph): GraphNode {
  const root = graph[0]!;
  if (isModel(root)) return root;
  const named = root.children.get('model');
  if (named !== undefined) return graph[named]!;
  const children = [...root.children].filter(([name]) => !aside.test(name)).map(([, child]) => graph[child]!);
  return children.find(isModel) ?? root;
}

function isModel({ children }: GraphNode): boolean {
  return ['layer_with_weights-0', 'layer-0', '_functional', 'variables'].some((name) => children.has(name));
}

function collect(graph: ObjectGraph, start: GraphNode, found: Set<number>): void {
  const visited = new Set<GraphNode>();
  const visit = (node: GraphNode) => {
    if (visited.has(node)) return;
    visited.add(node);
    const layers = numbered(node, 'layer_with_weights-');
    const functional = node.children.get('_functional');
    const operations = node.children.get('_operations');
    if (layers.length > 0) for (const child of layers) enter(child);
    else if (functional !== undefined) enter(functional);
    else if (operations !== undefined) for (const child of numbered(graph[operations]!, '')) enter(child);
    else for (const [name, child] of node.children) if (!aside.test(name)) enter(child);
  };
  const enter = (child: number) => {
    const node = graph[child]!;
    if (variableOf(node) !== undefined) found.add(child);
    visit(node);
  };
  visit(start);
}

function collectList(graph: ObjectGraph, list: GraphNode, found: Set<number>): void {
  for (const child of numbered(list, '')) if (variableOf(graph[child]!) !== undefined) found.add(child);
}

/** What the model's optimizer trains; only Keras 3 says so. */
function trainedVariables(graph: ObjectGraph, model: GraphNode): number[] {
  const optimizer = model.children.get('optimizer') ?? graph[0]!.children.get('optimizer');
  const list = optimizer === undefined ? undefined : graph[optimizer]!.children.get('_trainable_variables');
  if (list === undefined) return [];
  return numbered(graph[list]!, '').filter((child) => variableOf(graph[child]!) !== undefined);
}

/** The children whose names are a prefix and a number, in the order of the numbers. */
export function numbered({ children }: GraphNode, prefix: string): number[] {
  return [...children]
    .filter(([name]) => name.startsWith(prefix) && /^\d{1,9}$/.test(name.slice(prefix.length)))
    .sort(([a], [b]) => Number(a.slice(prefix.length)) - Number(b.slice(prefix.length)))
    .map(([, child]) => child);
}

/** What an object that is a variable wrote. */
export function variableOf(node: GraphNode): GraphVariable | undefined {
  return node.variables.find(({ attribute }) => attribute === 'VARIABLE_VALUE');
}
