import { engine, type Tensor, tidy, type Variable } from '@tensorflow/tfjs-core';
import type { WasmBackend } from '../wasm-backend';
import type { Block } from './allocations';
import type { Assignment } from './lower';
import { Recorder } from './recorder';
import type { BlockTensor, RecordingEvent } from './recording';
import { type Structure, tensorsOf } from './structure';

/** One run of a step, written down. */
export interface Recording {
  readonly inputs: readonly Tensor[];
  readonly result: Structure;
  /** Why it cannot be replayed, if so; the rest is then incomplete. */
  readonly reason?: string;
  readonly events: readonly RecordingEvent[];
  readonly argumentBlocks: readonly Block[];
  readonly outputs: readonly BlockTensor[];
  readonly assignments: readonly Assignment[];
  /** Every variable there was, by the block its value was in at the start. */
  readonly variables: ReadonlyMap<Block, Variable>;
  readonly recorder: Recorder;
}

/** Runs a step once, as usual, and writes down what it does. */
export function recordStep(
  backend: WasmBackend,
  step: (...inputs: Tensor[]) => unknown,
  inputs: readonly Tensor[],
): Recording {
  const blockOf = ({ dataId }: Tensor) => backend.allocations.find(backend.dataIdMap.get(dataId).memoryOffset)!;
  const variablesNow = () =>
    Object.values(engine().state.registeredVariables).filter(({ dtype }) => dtype !== 'string');
  const before = new Map(variablesNow().map((variable) => [variable, blockOf(variable)]));
  const argumentBlocks = inputs.map(blockOf);
  const tensorsBefore = engine().state.numTensors;
  const recorder = new Recorder(backend);
  backend.device.recorder = recorder;
  let result: Structure;
  try {
    result = tidy(() => step(...inputs) as Tensor) as Structure;
  } finally {
    backend.device.recorder = undefined;
  }
  const common = { inputs, result, events: recorder.events, argumentBlocks, recorder };
  const variables = new Map([...before].map(([variable, block]) => [block, variable]));
  const refused = (reason: string): Recording => ({ ...common, reason, outputs: [], assignments: [], variables });
  if (recorder.reason) return refused(recorder.reason);
  let returned: Tensor[];
  try {
    returned = tensorsOf(result);
  } catch (error) {
    return refused((error as TypeError).message);
  }
  const after = variablesNow();
  if (after.length !== before.size || after.some((variable) => !before.has(variable)))
    return refused('it makes or disposes variables');
  const made = new Set(returned.filter((tensor) => !inputs.includes(tensor)));
  if (engine().state.numTensors !== tensorsBefore + made.size)
    return refused('it keeps tensors (tf.keep) or disposes its arguments');
  const assignments: Assignment[] = [];
  for (const [variable, home] of before) {
    const value = blockOf(variable);
    if (value !== home) assignments.push({ home, value });
  }
  if (assignments.some(({ value }) => variables.has(value))) return refused('it assigns one variable to another');
  const outputs = returned.map((tensor) => ({ block: blockOf(tensor), shape: tensor.shape, dtype: tensor.dtype }));
  return { ...common, outputs, assignments, variables };
}

/** What is different between two recordings of a step; nothing where the second does the same on other values. */
export function difference(first: Recording, second: Recording): string | undefined {
  const [a, b] = [describe(first), describe(second)];
  const index = a.findIndex((line, at) => line !== b[at]);
  if (index < 0 && a.length === b.length) return undefined;
  const kind = a[index]?.startsWith('constant')
    ? 'a value that JavaScript hands to it changes from call to call'
    : 'it does not do the same at every call';
  return `${kind} (${(a[index] ?? b[a.length])?.split(' ').slice(0, 2).join(' ')})`;
}

/** A recording as lines that name blocks by their part in it, so that two of the same step read the same. */
function describe({ events, argumentBlocks, outputs, assignments, variables }: Recording): string[] {
  const names = new Map<Block, string>();
  for (const [index, block] of argumentBlocks.entries()) names.set(block, `argument${index}`);
  for (const [block, variable] of variables) names.set(block, `variable${variable.id}`);
  const written = new Set<Block>();
  let values = 0;
  const name = (block: Block) => {
    // Values are counted by themselves: variables that others make between two recordings change no name.
    if (!names.has(block)) names.set(block, written.has(block) ? `value${values++}` : `captured${block.id}`);
    return names.get(block)!;
  };
  const lines = events.map((event) => {
    if (event.kind === 'constant') {
      written.add(event.block);
      return `constant ${name(event.block)} ${Array.from(event.bytes).join(' ')}`;
    }
    if (event.kind === 'call') {
      for (const { block } of event.outputs) written.add(block);
      const inputs = [...event.inputs].map(
        ([key, { block, shape, dtype }]) => `${key}=${name(block)}:${shape}:${dtype}`,
      );
      return `call ${event.kernelName} ${JSON.stringify(event.attrs)} ${inputs.join(' ')} -> ${event.outputs.map(({ block, shape }) => `${name(block)}:${shape}`).join(' ')}`;
    }
    for (const { block, role } of event.addresses.values()) if (role !== 'r') written.add(block);
    const words = Array.from(event.words, (word, index) => {
      const address = event.addresses.get(index - 3);
      return address ? `${name(address.block)}+${address.offset}` : word;
    });
    return `instruction ${event.kernelName} ${words.join(' ')}`;
  });
  for (const { block, shape } of outputs) lines.push(`output ${name(block)}:${shape}`);
  for (const { home, value } of assignments) lines.push(`assign ${name(home)} ${name(value)}`);
  return lines;
}
