import type { DataId, TensorInfo } from '@tensorflow/tfjs-core';
import { Opcode } from '../../assembly/program/opcodes';
import { Access, Lane } from '../../assembly/program/operations';
import { expressionInstruction, generatedInstruction, parseExpression } from '../kernels/elementwise/expression';
import { headerWords } from '../threads/layout';
import type { WasmBackend } from '../wasm-backend';
import type { Block } from './allocations';
import { type Instruction, isShared, isWorthWaking } from './instruction';
import type { Assignment, Lowered } from './lower';
import { onceFirst } from './once-first';
import { place } from './place';
import type { BlockTensor, CallEvent } from './recording';

/** A stretch of a program: instructions in memory, or one call back into JavaScript. */
type Segment = { readonly program: number; readonly shared: boolean } | { readonly call: () => void };

/**
 * A recorded step, ready to run again: its instructions lie in the shared memory with all addresses filled in, its values
 * in one arena. It owns that memory until `dispose`.
 */
export class StepProgram {
  readonly #backend: WasmBackend;
  readonly #segments: Segment[] = [];
  readonly #owned: number[] = [];
  readonly #dataIds: DataId[] = [];
  readonly #addresses = new Map<Block, number>();
  /** Words of instructions that hold the address of an argument, by argument; filled in when the step is called. */
  readonly #patches = new Map<Block, { readonly at: number; readonly offset: number }[]>();
  readonly #lowered: Lowered;
  /** Segments at the beginning that need not be run again in one go. */
  #onceSegments = 0;
  readonly #instructions: { name: string; words: Instruction | undefined }[] = [];
  readonly #timed: boolean;
  /** With `timed`: the shortest time each instruction took, in milliseconds. */
  readonly #milliseconds: number[] = [];
  arenaBytes = 0;

  /**
   * `argumentBlocks` hold the step's arguments, which `setArgument` provides: they are read where they lie, except by calls
   * back into JavaScript, which get a copy at a fixed place. `homes` says where the values of variables lie now, by the block
   * they were in when the step was recorded. `timed` makes each instruction a stretch of its own and takes its time.
   */
  constructor(
    backend: WasmBackend,
    recorded: Lowered,
    argumentBlocks: readonly Block[],
    homes: ReadonlyMap<Block, number>,
    timed = false,
  ) {
    this.#timed = timed;
    this.#backend = backend;
    const { lowered, once, kept } = onceFirst(recorded);
    this.#lowered = lowered;
    try {
      for (const [block, address] of homes) this.#addresses.set(block, address);
      const called = new Set(lowered.steps.flatMap(({ event, reads }) => (event.kind === 'call' ? [...reads] : [])));
      for (const block of argumentBlocks) {
        if (homes.has(block)) continue;
        if (called.has(block)) this.#addresses.set(block, this.#allocate(block.bytes));
        else {
          this.#patches.set(block, []);
          this.#addresses.set(block, 0);
        }
      }
      for (const [block, bytes] of lowered.constants) {
        const address = this.#allocate(block.bytes);
        backend.device.bytes(address, bytes.length).set(bytes);
        this.#addresses.set(block, address);
      }
      for (const block of kept) this.#addresses.set(block, this.#allocate(block.bytes));
      const copies: Assignment[] = [];
      for (const assignment of lowered.assignments) {
        if (this.#canBeMadeAtHome(assignment)) this.#addresses.set(assignment.value, this.addressOf(assignment.home));
        else copies.push(assignment);
      }
      const { bytes, offsets } = place(lowered, new Set(this.#addresses.keys()));
      this.arenaBytes = bytes;
      const arena = this.#allocate(Math.max(bytes, 64));
      for (const [block, offset] of offsets) this.#addresses.set(block, arena + offset);
      this.#write(copies, once);
    } catch (error) {
      this.dispose();
      throw error;
    }
  }

  /** Says where an argument's values lie. */
  setArgument(block: Block, from: number): void {
    const to = this.#addresses.get(block)!;
    const patches = this.#patches.get(block);
    if (patches) {
      if (to === from) return;
      this.#addresses.set(block, from);
      const words = new Int32Array(this.#backend.device.memory.buffer);
      for (const { at, offset } of patches) words[at] = from + offset;
      return;
    }
    new Uint8Array(this.#backend.device.memory.buffer).copyWithin(to, from, from + block.bytes);
  }

  /** Runs the step, `times` times with the same arguments. */
  run(times = 1): void {
    const { device } = this.#backend;
    const rest = this.#segments.length - this.#onceSegments;
    const last = this.#segments.at(-1);
    if (rest === 1 && last && 'program' in last && !this.#timed) {
      this.#runSegments(0, this.#onceSegments);
      device.run(last.program, last.shared, times);
      return;
    }
    for (let time = 0; time < times; time++) this.#runSegments(time === 0 ? 0 : this.#onceSegments);
  }

  #runSegments(first: number, end = this.#segments.length): void {
    const { device } = this.#backend;
    for (let index = first; index < end; index++) {
      const segment = this.#segments[index]!;
      const start = this.#timed ? performance.now() : 0;
      if ('call' in segment) segment.call();
      else device.run(segment.program, segment.shared);
      if (this.#timed)
        this.#milliseconds[index] = Math.min(this.#milliseconds[index] ?? Infinity, performance.now() - start);
    }
  }

  /** The address of a result after `run`. */
  addressOf(block: Block): number {
    return this.#addresses.get(block) ?? block.address;
  }

  /** The program as text: a line per instruction, with its time where times were taken. */
  explain(): string {
    const calls = this.#instructions.filter(({ words }) => !words).length;
    const lines = this.#instructions.map(({ name, words }, index) => {
      const time = this.#timed ? `${(this.#milliseconds[index] ?? 0).toFixed(4)} ms` : '';
      const how = !words ? 'JavaScript' : isShared(words) ? 'all threads' : 'one thread';
      return [index, words ? Opcode[words[0]!] : 'call', name, how, time].join('\t');
    });
    const total = this.#milliseconds.reduce((sum, time) => sum + time, 0);
    lines.push(
      `${this.#instructions.length} instructions, ${calls} of them calls back into JavaScript; ` +
        `arena ${this.arenaBytes} bytes${this.#timed ? `; ${total.toFixed(3)} ms` : ''}`,
    );
    return lines.join('\n');
  }

  /** Gives the program's memory back. */
  dispose(): void {
    for (const dataId of this.#dataIds.splice(0)) {
      this.#backend.wasm.tfjs.disposeData(this.#backend.dataIdMap.get(dataId).id);
      this.#backend.dataIdMap.delete(dataId);
    }
    for (const address of this.#owned.splice(0)) this.#backend.device.free(address);
    this.#segments.length = 0;
  }

  #allocate(bytes: number): number {
    const address = this.#backend.device.allocate(Math.max(bytes, 16));
    this.#owned.push(address);
    return address;
  }

  /**
   * Whether a variable's new value can be written where the old one lies: nobody reads the old value after that, and the
   * step that makes the new one reads the old one at most element for element.
   */
  #canBeMadeAtHome({ home, value }: Assignment): boolean {
    const { steps, outputs, assignments } = this.#lowered;
    const makers = steps.filter(({ writes }) => writes.has(value));
    if (makers.length !== 1 || value.bytes !== home.bytes || this.#addresses.has(value)) return false;
    if (assignments.filter((other) => other.value === value).length > 1) return false;
    const made = steps.indexOf(makers[0]!);
    if (outputs.some(({ block }) => block === home) || assignments.some((other) => other.value === home)) return false;
    if (steps.slice(made + 1).some(({ reads, writes }) => reads.has(home) || writes.has(home))) return false;
    const { event } = makers[0]!;
    if (event.kind !== 'instruction') return false;
    if (!makers[0]!.reads.has(home)) return true;
    if (event.words[0] !== Opcode.Map) return false;
    return [...event.addresses].every(
      ([index, { block }]) => block !== home || event.words[headerWords + index + 1] === Access.Same,
    );
  }

  /** Writes the program; its first `once` steps become segments of their own. */
  #write(copies: readonly Assignment[], once: number): void {
    let pending: Pending[] = [];
    const flush = () => {
      if (pending.length > 0) this.#segments.push(this.#store(pending));
      pending = [];
    };
    for (const [index, { event }] of this.#lowered.steps.entries()) {
      if (index === once) {
        flush();
        this.#onceSegments = this.#segments.length;
      }
      if (event.kind === 'call') {
        flush();
        this.#segments.push({ call: this.#callBack(event) });
        this.#instructions.push({ name: event.kernelName, words: undefined });
      } else {
        const words = this.#generated(event.words);
        const patched: Pending['patched'][number][] = [];
        for (const [index, { block, offset }] of event.addresses) {
          words[headerWords + index] = this.addressOf(block) + offset;
          if (this.#patches.has(block)) patched.push({ block, word: headerWords + index, offset });
        }
        pending.push({ words, patched });
        if (this.#timed) flush();
        this.#instructions.push({ name: event.kernelName, words });
      }
    }
    for (const { home, value } of copies) {
      const words = copyInstruction(this.addressOf(value), this.addressOf(home), home.bytes);
      pending.push({ words, patched: this.#patches.has(value) ? [{ block: value, word: copiedFrom, offset: 0 }] : [] });
      if (this.#timed) flush();
      this.#instructions.push({ name: 'assign', words });
    }
    flush();
  }

  /** An expression as an instruction that calls the function generated for it; all else as it is. */
  #generated(words: Instruction): Instruction {
    const expression = parseExpression(words);
    const generated = expression && this.#backend.device.functions.of(expression);
    return generated ? generatedInstruction(words, generated) : words.slice();
  }

  #store(instructions: readonly Pending[]): Segment {
    const length = instructions.reduce((sum, { words }) => sum + words.length, 1);
    const program = this.#allocate(length * 4);
    const memory = this.#backend.device.integers(program, length);
    let at = 0;
    for (const { words, patched } of instructions) {
      memory.set(words, at);
      for (const { block, word, offset } of patched) {
        this.#patches.get(block)!.push({ at: program / 4 + at + word, offset });
      }
      at += words.length;
    }
    memory[at] = 0;
    // Timed one by one, an instruction runs as it would inside the whole program.
    const all = instructions.map(({ words }) => words);
    return { program, shared: this.#timed ? all.some(isShared) : isWorthWaking(all) };
  }

  /** Calls a kernel on tensors that lie at the program's addresses, and copies what it returns to where it belongs. */
  #callBack({ kernelFunc, attrs, inputs, isList, outputs }: CallEvent): () => void {
    const backend = this.#backend;
    const named = [...inputs].map(([name, tensor]) => [name, this.#tensorAt(tensor)] as const);
    const given = (isList ? named.map(([, tensor]) => tensor) : Object.fromEntries(named)) as never;
    return () => {
      const result = kernelFunc({ inputs: given, attrs, backend });
      for (const [index, info] of (Array.isArray(result) ? result : [result]).entries()) {
        const { block } = outputs[index]!;
        const from = backend.address(info);
        new Uint8Array(backend.device.memory.buffer).copyWithin(this.addressOf(block), from, from + block.bytes);
        backend.disposeData(info.dataId);
      }
    };
  }

  #tensorAt({ block, shape, dtype }: BlockTensor): TensorInfo {
    const dataId = {};
    this.#backend.adopt(dataId, this.addressOf(block), shape, dtype);
    this.#dataIds.push(dataId);
    return { dataId, shape, dtype };
  }
}

/** An instruction on its way into memory, and its words that are addresses of arguments. */
interface Pending {
  readonly words: Instruction;
  readonly patched: readonly { readonly block: Block; readonly word: number; readonly offset: number }[];
}

/** The word of a copy that says where from: the address of the first input of an expression. */
const copiedFrom = headerWords + 4;

/** Copies whole words; a tensor's block may end inside one, which the allocator has room for. */
function copyInstruction(from: number, to: number, bytes: number): Instruction {
  return expressionInstruction({
    size: Math.ceil(bytes / 4),
    inputs: [{ address: from, access: Access.Same, parameter: 0, lane: Lane.Integer }],
    operations: [],
    outputs: [{ address: to, register: 0, lane: Lane.Integer }],
  });
}
