import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { KerasTensor } from './keras-tensor';
import { mapGraph } from './map-graph';
import { getMask, setMask } from './masks';
import type { Arguments, Node } from './node';
import type { Operation } from './operation';
import { formatShape, shapesFit } from './shape';
import { flatten, isRecord, mapTree, packAs, type Tree } from './tree';

/**
 * A function given by symbolic inputs and outputs: what a functional model computes.
 * Keras: `keras.Function`.
 */
export class FunctionalGraph {
  readonly inputs: Tree<KerasTensor>;
  readonly outputs: Tree<KerasTensor>;
  readonly flatInputs: readonly KerasTensor[];
  readonly flatOutputs: readonly KerasTensor[];
  readonly nodes: readonly Node[];
  readonly operations: readonly Operation[];
  readonly #place: string;

  constructor(place: string, inputs: Tree<KerasTensor>, outputs: Tree<KerasTensor>) {
    this.#place = place;
    this.inputs = inputs;
    this.outputs = outputs;
    this.flatInputs = flatten(inputs);
    this.flatOutputs = flatten(outputs);
    expectSymbolic(place, 'inputs', this.flatInputs);
    expectSymbolic(place, 'outputs', this.flatOutputs);
    const { nodes, operations } = mapGraph(place, this.flatInputs, this.flatOutputs);
    this.nodes = nodes;
    this.operations = operations;
  }

  /** The names of the outputs: those of the operations that make them. */
  get outputNames(): string[] {
    return this.flatOutputs.map((output) => output.history?.operation.name ?? output.name);
  }

  /** The names of the inputs. */
  get inputNames(): string[] {
    return this.flatInputs.map((input) => input.history?.operation.name ?? input.name);
  }

  /** Computes the outputs. `values` has the form of the inputs. */
  run(values: Tree<tf.Tensor>): Tree<tf.Tensor> {
    return this.evaluate(flatten(values), (node, { inputs, options }) =>
      node.operation.apply(inputs, options),
    ) as Tree<tf.Tensor>;
  }

  /** The shapes and types of the outputs for inputs of other shapes, without adding to the graph. */
  computeOutputSpec(inputs: Tree<KerasTensor>): Tree<KerasTensor> {
    const given = flatten(inputs);
    const same = given.every((input, i) => input.shape.join() === (this.flatInputs[i] as KerasTensor).shape.join());
    if (same) return mapTree(this.outputs, ({ shape, dtype }) => new KerasTensor(shape, dtype));
    return this.evaluate(given, (node, call) =>
      node.operation.computeOutputSpec(call.inputs as Tree<KerasTensor>, call.options),
    ) as Tree<KerasTensor>;
  }

  /**
   * Brings inputs into the form of the graph: a record of inputs by name into the graph's order, whole numbers into the
   * type of the input, and a last axis of length 1 added or dropped. Throws when they do not fit, naming the input.
   */
  standardize<T extends tf.Tensor | KerasTensor>(inputs: Tree<T>): Tree<T> {
    const given = this.#inOrder(inputs);
    if (given.length !== this.flatInputs.length) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: this.#place,
        expected: `there must be ${this.flatInputs.length} inputs (${this.inputNames.join(', ')})`,
        received: inWords(`${given.length}`),
        remedy: 'Pass a list in that order, or a record with these names.',
      });
    }
    const fitted = given.map((value, i) => this.#fit(value, this.flatInputs[i] as KerasTensor));
    return packAs(this.inputs, fitted);
  }

  /** Walks the calls in order, from one value per input to those of the outputs; `call` makes each call's values from its arguments'. */
  evaluate(given: readonly unknown[], call: (node: Node, values: Arguments) => unknown): Tree<unknown> {
    const values = new Map<KerasTensor, unknown>(this.flatInputs.map((input, i) => [input, given[i]]));
    for (const node of this.nodes) {
      if (node.isInput || node.outputs.every((output) => values.has(output))) continue;
      const outputs = flatten(call(node, node.fillIn(values)) as Tree<unknown>);
      for (const [i, output] of node.outputs.entries()) values.set(output, outputs[i]);
    }
    return mapTree(this.outputs, (output) => values.get(output));
  }

  #inOrder<T>(inputs: Tree<T>): T[] {
    if (!isRecord(inputs) || isRecord(this.inputs)) return flatten(inputs);
    const byName = inputs as Record<string, T>;
    const names = this.flatInputs.map((input) => input.name);
    const missing = names.filter((name) => !(name in byName));
    if (missing.length > 0) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: this.#place,
        expected: `the record must have the inputs ${names.map((name) => `'${name}'`).join(', ')}`,
        received: inWords(
          `one with ${Object.keys(byName)
            .map((name) => `'${name}'`)
            .join(', ')}`,
        ),
        remedy: `Add '${missing[0]}'.`,
      });
    }
    return names.map((name) => byName[name] as T);
  }

  #fit<T extends tf.Tensor | KerasTensor>(value: T, reference: KerasTensor): T {
    let fitted: tf.Tensor | KerasTensor = value;
    if (value instanceof tf.Tensor) {
      const { rank } = reference;
      if (value.dtype === 'string' && reference.dtype !== 'string') {
        throw new TenlabError({
          code: 'invalid-argument',
          place: this.#place,
          expected: `input '${reference.name}' must hold numbers`,
          received: inWords('texts'),
          remedy:
            "Turn them into numbers first, or begin with `Input({ dtype: 'string' })` and a layer such as StringLookup.",
        });
      }
      if (value.rank === rank + 1 && value.shape.at(-1) === 1) fitted = tf.squeeze(value, [-1]);
      else if (value.rank === rank - 1 && reference.shape.at(-1) === 1) fitted = tf.expandDims(value, -1);
      if (fitted.dtype !== reference.dtype && reference.dtype !== 'string')
        fitted = tf.cast(fitted as tf.Tensor, reference.dtype);
      if (fitted !== value) setMask(fitted, getMask(value));
    }
    if (shapesFit([null, ...fitted.shape.slice(1)], [null, ...reference.shape.slice(1)])) return fitted as T;
    throw new TenlabError({
      code: 'invalid-shape',
      place: this.#place,
      expected: `input '${reference.name}' must have shape ${formatShape([null, ...reference.shape.slice(1)])}`,
      received: inWords(`shape ${formatShape([...value.shape])}`),
      remedy: 'Reshape the data, or build the model with the shape of the data; the first axis is the batch.',
    });
  }
}

function expectSymbolic(place: string, what: string, tensors: readonly unknown[]): void {
  const wrong = tensors.find((tensor) => !(tensor instanceof KerasTensor));
  if (tensors.length > 0 && wrong === undefined) return;
  throw new TenlabError({
    code: 'invalid-argument',
    place,
    expected: `\`${what}\` must be symbolic tensors`,
    received: tensors.length === 0 ? inWords('none') : wrong,
    remedy: 'Start from `Input({ shape })` and call layers on it with `apply`.',
  });
}
