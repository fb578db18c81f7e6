import { fileError } from '../file-error';
import { WireReader } from '../protobuf/wire-reader';
import { WireWriter } from '../protobuf/wire-writer';

// Which object held which tensor when a checkpoint was written: a graph of the objects of Python, root first. TensorFlow restores by
// walking it along the objects that are there, so names of tensors hardly matter and names of attributes do.

/** The tensor that holds the graph. */
export const objectGraphKey = '_CHECKPOINTABLE_OBJECT_GRAPH';

/** A tensor that an object wrote. */
export interface GraphVariable {
  /** `VARIABLE_VALUE` for a variable. */
  attribute: string;
  /** The variable's own name, such as `dense/kernel`; may be empty. */
  fullName: string;
  /** The tensor's name in the checkpoint. */
  key: string;
}

/** The slot an optimizer before TensorFlow 2.11 kept for a variable. */
export interface GraphSlot {
  variable: number;
  name: string;
  slotVariable: number;
}

/** One object. Children are numbers of other objects. */
export interface GraphNode {
  children: Map<string, number>;
  variables: GraphVariable[];
  slots: GraphSlot[];
}

/** The objects; the first is the root. */
export type ObjectGraph = GraphNode[];

/** Reads the graph. Throws a {@link TenlabError} where it names an object that is not there. */
export function decodeObjectGraph(bytes: Uint8Array, place: string): ObjectGraph {
  const where = `${place}, object graph`;
  const graph: ObjectGraph = [];
  const reader = new WireReader(bytes, where);
  while (reader.next()) {
    if (reader.field === 1) graph.push(readNode(reader.message()));
    else reader.skip();
  }
  for (const { children, slots } of graph) {
    const named = [...children.values(), ...slots.flatMap(({ variable, slotVariable }) => [variable, slotVariable])];
    const wrong = named.find((node) => node >= graph.length);
    if (wrong !== undefined)
      throw fileError(where, 'invalid-file', `an object from 0 to ${graph.length - 1}`, `${wrong}`);
  }
  return graph;
}

function readNode(reader: WireReader): GraphNode {
  const node: GraphNode = { children: new Map(), variables: [], slots: [] };
  while (reader.next()) {
    if (reader.field === 1) {
      const { number, text } = readFields(reader.message());
      node.children.set(text[2] ?? '', number[1] ?? 0);
    } else if (reader.field === 2) {
      const { text } = readFields(reader.message());
      node.variables.push({ attribute: text[1] ?? '', fullName: text[2] ?? '', key: text[3] ?? '' });
    } else if (reader.field === 3) {
      const { number, text } = readFields(reader.message());
      node.slots.push({ variable: number[1] ?? 0, name: text[2] ?? '', slotVariable: number[3] ?? 0 });
    } else {
      reader.skip();
    }
  }
  return node;
}

/** The numbers and texts of a message, by field. */
function readFields(reader: WireReader): { number: Record<number, number>; text: Record<number, string> } {
  const fields = { number: {} as Record<number, number>, text: {} as Record<number, string> };
  while (reader.next()) {
    if (reader.wireType === 0) fields.number[reader.field] = reader.number();
    else if (reader.wireType === 2) fields.text[reader.field] = reader.string();
    else reader.skip();
  }
  return fields;
}

/** Writes the graph. */
export function encodeObjectGraph(graph: ObjectGraph): Uint8Array {
  const hasValues = findValues(graph);
  const writer = new WireWriter();
  for (const [index, { children, variables, slots }] of graph.entries()) {
    const node = new WireWriter();
    for (const [name, child] of children) node.message(1, new WireWriter().number(1, child).string(2, name));
    for (const { attribute, fullName, key } of variables) {
      node.message(2, new WireWriter().string(1, attribute).string(2, fullName).string(3, key));
    }
    for (const { variable, name, slotVariable } of slots) {
      node.message(3, new WireWriter().number(1, variable).string(2, name).number(3, slotVariable));
    }
    // BoolValue: an empty message is false.
    node.message(5, hasValues.has(index) ? new WireWriter().boolean(1, true) : new WireWriter());
    writer.message(1, node);
  }
  return writer.toBytes();
}

/** The objects that hold a tensor, themselves or in what they hold. */
function findValues(graph: ObjectGraph): Set<number> {
  const owners = graph.map((): number[] => []);
  for (const [index, { children }] of graph.entries())
    for (const child of children.values()) owners[child]!.push(index);
  const found = new Set<number>();
  const open = [...graph.keys()].filter((index) => graph[index]!.variables.length > 0);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (found.has(node)) continue;
    found.add(node);
    open.push(...owners[node]!);
  }
  return found;
}

/** A name within a key: `.` and `/` have a meaning there. */
export function escapeLocalName(name: string): string {
  return name.replaceAll('.', '..').replaceAll('/', '.S');
}
