import { findModel, modelVariables, numbered, variableOf } from './model-variables';
import type { GraphNode, GraphVariable, ObjectGraph } from './object-graph';

/** The state of an optimizer in a checkpoint. */
export interface OptimizerVariables {
  /** The step, then what is kept for the weights: weight by weight, or in one of an older optimizer kind by kind. */
  variables: GraphVariable[];
  /** Where it is not among them. */
  learningRate: GraphVariable | undefined;
}

/** The kinds of state of an optimizer before TensorFlow 2.11, each after those it came with. */
const kinds = ['m', 'v', 'vhat', 'rms', 'accumulator', 'accum_grad', 'accum_var', 'linear', 'momentum', 'mg'];

/**
 * The variables of the optimizer in a graph, beside the model or in it; undefined where there is none. tf-keras and Keras 3 number them all
 * (`_variables`); before, the step had a name (`iter`) and each weight its slots.
 */
export function optimizerVariables(graph: ObjectGraph): OptimizerVariables | undefined {
  const [root] = graph;
  if (root === undefined) return undefined;
  const index = findModel(graph).children.get('optimizer') ?? root.children.get('optimizer');
  const optimizer = index === undefined ? undefined : graph[index];
  if (optimizer === undefined) return undefined;
  const list = optimizer.children.get('_variables');
  const children = list === undefined ? [] : numbered(graph[list]!, '');
  const variables = children.flatMap((child) => variableOf(graph[child]!) ?? []);
  if (variables.length > 0) {
    const rate = childVariable(graph, optimizer, '_learning_rate');
    return { variables, learningRate: rate && variables.includes(rate) ? undefined : rate };
  }
  const step = childVariable(graph, optimizer, 'iter');
  if (step === undefined) return undefined;
  return {
    variables: [step, ...slotsByKind(graph, optimizer)],
    learningRate: childVariable(graph, optimizer, 'learning_rate'),
  };
}

function childVariable(graph: ObjectGraph, { children }: GraphNode, name: string): GraphVariable | undefined {
  const child = children.get(name);
  return child === undefined ? undefined : variableOf(graph[child]!);
}

/** One kind of state after the other, each in the order of the model's weights. */
function slotsByKind(graph: ObjectGraph, { slots }: GraphNode): GraphVariable[] {
  const place = new Map(modelVariables(graph).map((variable, index) => [variable, index]));
  const placeOf = (variable: number) => place.get(variableOf(graph[variable]!)!) ?? place.size;
  const sorted = [...slots].sort(
    (a, b) => kinds.indexOf(a.name) - kinds.indexOf(b.name) || placeOf(a.variable) - placeOf(b.variable),
  );
  return sorted.flatMap(({ slotVariable }) => variableOf(graph[slotVariable]!) ?? []);
}
