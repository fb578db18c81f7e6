import { WireWriter } from '../../protobuf/wire-writer';
import { bytesOfArray, type StoredArray } from '../../stored-array';
import { dtypeToOnnx } from '../dtypes';

/** The value of an attribute: whole numbers stay whole, other numbers are floats where the list says so. */
export type OnnxAttribute =
  | { int: number }
  | { float: number }
  | { text: string }
  | { ints: readonly number[] }
  | { floats: readonly number[] }
  | { texts: readonly string[] };

/** The axes of an input or output: a length, or a name for one that differs from call to call. */
export type OnnxShape = readonly (number | string)[];

/** ONNX's operations of this version are used, which Keras's own export writes too. */
const opset = 15;
const irVersion = 8;

/**
 * An ONNX graph on its way: nodes and constants are added, values are known by their names.
 *
 * Source: https://onnx.ai/onnx/repo-docs/IR.html
 */
export class OnnxGraph {
  readonly #nodes: WireWriter[] = [];
  readonly #constants: WireWriter[] = [];
  readonly #inputs: WireWriter[] = [];
  readonly #outputs: WireWriter[] = [];
  readonly #names = new Set<string>();

  /** Adds an operation with one output, and gives the output's name. An empty input is one left out. */
  add(operation: string, inputs: readonly string[], attributes: Readonly<Record<string, OnnxAttribute>> = {}): string {
    return this.addMany(operation, inputs, attributes, 1)[0]!;
  }

  /** Adds an operation with several outputs. */
  addMany(
    operation: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, OnnxAttribute>>,
    count: number,
  ): string[] {
    const outputs = Array.from({ length: count }, () => this.name(operation.toLowerCase()));
    this.#addNode(operation, inputs, outputs, attributes);
    return outputs;
  }

  /** Adds a constant. Numbers without a type are float32. */
  constant(hint: string, array: StoredArray | { shape: number[]; data: ArrayLike<number> }): string {
    const stored: StoredArray =
      'dtype' in array ? array : { dtype: 'float32', shape: array.shape, data: Float32Array.from(array.data) };
    const name = this.name(hint);
    const writer = new WireWriter().packedInt64s(1, stored.shape).number(2, dtypeToOnnx(stored.dtype)).string(8, name);
    this.#constants.push(writer.bytes(9, bytesOfArray(stored)));
    return name;
  }

  /** Adds whole numbers, as shapes and axes are. */
  integers(hint: string, values: readonly number[]): string {
    return this.constant(hint, { dtype: 'int64', shape: [values.length], data: BigInt64Array.from(values, BigInt) });
  }

  input(name: string, dtype: StoredArray['dtype'], shape: OnnxShape): void {
    this.#names.add(name);
    this.#inputs.push(valueInfo(name, dtype, shape));
  }

  /** Gives a value out under a name. */
  output(value: string, name: string, dtype: StoredArray['dtype'], shape: OnnxShape): void {
    const free = this.name(name);
    this.#addNode('Identity', [value], [free], {});
    this.#outputs.push(valueInfo(free, dtype, shape));
  }

  /** A name that nothing has yet. */
  name(hint: string): string {
    let name = hint;
    for (let turn = 1; this.#names.has(name); turn++) name = `${hint}_${turn}`;
    this.#names.add(name);
    return name;
  }

  /** The model in pieces, to be written one after the other; constants are shared, not copied. */
  toPieces(name: string): Uint8Array[] {
    const graph = new WireWriter();
    for (const node of this.#nodes) graph.message(1, node);
    graph.string(2, name);
    for (const constant of this.#constants) graph.message(5, constant);
    for (const input of this.#inputs) graph.message(11, input);
    for (const output of this.#outputs) graph.message(12, output);
    return new WireWriter()
      .number(1, irVersion)
      .string(2, 'tenlab')
      .message(7, graph)
      .message(8, new WireWriter().string(1, '').number(2, opset))
      .toPieces();
  }

  #addNode(
    operation: string,
    inputs: readonly string[],
    outputs: readonly string[],
    attributes: Readonly<Record<string, OnnxAttribute>>,
  ): void {
    const node = new WireWriter();
    for (const input of inputs) node.string(1, input);
    for (const output of outputs) node.string(2, output);
    node.string(3, `node_${this.#nodes.length}`).string(4, operation);
    for (const [key, value] of Object.entries(attributes)) node.message(5, attribute(key, value));
    this.#nodes.push(node);
  }
}

function attribute(name: string, value: OnnxAttribute): WireWriter {
  const writer = new WireWriter().string(1, name);
  if ('float' in value) return writer.float(2, value.float).number(20, 1);
  if ('int' in value) return writer.int64(3, value.int).number(20, 2);
  if ('text' in value) return writer.string(4, value.text).number(20, 3);
  if ('floats' in value) return writer.packedFloats(7, value.floats).number(20, 6);
  if ('ints' in value) return writer.packedInt64s(8, value.ints).number(20, 7);
  for (const text of value.texts) writer.string(9, text);
  return writer.number(20, 8);
}

function valueInfo(name: string, dtype: StoredArray['dtype'], shape: OnnxShape): WireWriter {
  const axes = new WireWriter();
  for (const axis of shape) {
    axes.message(1, typeof axis === 'number' ? new WireWriter().int64(1, axis) : new WireWriter().string(2, axis));
  }
  const tensor = new WireWriter().number(1, dtypeToOnnx(dtype)).message(2, axes);
  return new WireWriter().string(1, name).message(2, new WireWriter().message(1, tensor));
}
