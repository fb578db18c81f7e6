import { Access, type Lane, type Operation } from '../../assembly/program/operations';
import {
  expressionInstruction,
  maxRegisters,
  operandsOf,
  parseExpression,
  places,
} from '../kernels/elementwise/expression';
import type { Block } from './allocations';
import { type Lowered, type Step, stepOf } from './lower';
import type { Address } from './recording';

/** An input of an expression being built, by the block it reads. */
interface Input {
  readonly address: Address;
  readonly access: Access;
  readonly parameter: number;
  readonly lane: Lane;
}

/** What a register of an expression being built is: an input, or an operation on earlier registers. */
type Register =
  | { readonly input: Input }
  | { readonly operation: Operation; readonly operands: readonly (number | Immediate)[] };

/** A raw word that stands where an operand's register would. */
interface Immediate {
  readonly word: number;
}

/** Element-wise instructions over the same number of elements, gathered into one. */
interface Group {
  readonly size: number;
  readonly registers: Register[];
  /** The register that holds what would be in a block. */
  readonly results: Map<Block, { register: number; lane: Lane; address: Address }>;
  readonly inputs: Map<string, number>;
  readonly kernelNames: string[];
}

/**
 * Gathers chains of element-wise instructions into expressions, which go through memory once. An instruction joins the
 * latest group before it that has as many elements, when all it reads exists by then and only element-wise work lies in
 * between: moved further back, its result would have to be kept in memory for longer. What nobody else reads is not stored.
 */
export function fuse(lowered: Lowered): Lowered {
  const slots: (Step | Group)[] = [];
  const definedAt = new Map<Block, number>();
  let lastOther = -1;
  for (const step of lowered.steps) {
    const parsed = parse(step);
    const earliest = Math.max(lastOther + 1, ...[...step.reads].map((block) => definedAt.get(block) ?? -1));
    let slot = parsed
      ? slots.findLastIndex(
          (candidate, index) =>
            index >= earliest && isGroup(candidate) && candidate.size === parsed.size && fits(candidate, parsed),
        )
      : -1;
    if (slot < 0) slot = slots.push(parsed ? emptyGroup(parsed.size) : step) - 1;
    if (parsed) join(slots[slot] as Group, parsed, step);
    else lastOther = slot;
    for (const block of step.writes) definedAt.set(block, slot);
  }
  const readElsewhere = new Set<Block>([
    ...lowered.outputs.map(({ block }) => block),
    ...lowered.assignments.map(({ value }) => value),
  ]);
  for (const slot of slots) {
    if (isGroup(slot))
      for (const register of slot.registers) 'input' in register && readElsewhere.add(register.input.address.block);
    else for (const block of slot.reads) readElsewhere.add(block);
  }
  return { ...lowered, steps: slots.map((slot) => (isGroup(slot) ? emit(slot, readElsewhere) : slot)) };
}

function isGroup(slot: Step | Group): slot is Group {
  return 'registers' in slot;
}

function emptyGroup(size: number): Group {
  return { size, registers: [], results: new Map(), inputs: new Map(), kernelNames: [] };
}

/** An element-wise instruction taken apart. */
interface Parsed {
  readonly size: number;
  readonly inputs: readonly Input[];
  readonly operations: readonly { operation: Operation; words: readonly number[] }[];
  readonly outputs: readonly { address: Address; register: number; lane: Lane }[];
}

function parse({ event }: Step): Parsed | undefined {
  const expression = event.kind === 'instruction' ? parseExpression(event.words) : undefined;
  if (event.kind !== 'instruction' || !expression) return undefined;
  const { size, inputs, operations, outputs } = expression;
  return {
    size,
    inputs: inputs.map((input, index) => ({ ...input, address: event.addresses.get(places.input(index))! })),
    operations: operations.map(({ operation, a, b, c }) => ({ operation, words: [a, b, c] })),
    outputs: outputs.map((output, index) => ({
      ...output,
      address: event.addresses.get(places.output(inputs.length, index))!,
    })),
  };
}

function fits(group: Group, { inputs, operations }: Parsed): boolean {
  if (group.registers.length + inputs.length + operations.length > maxRegisters) return false;
  // A value of the group can be used inside it only element for element.
  return inputs.every(
    ({ address, access }) => !group.results.has(address.block) || (access === Access.Same && address.offset === 0),
  );
}

function join(group: Group, { inputs, operations, outputs }: Parsed, { event }: Step): void {
  const numbers = inputs.map((input) => {
    const result = group.results.get(input.address.block);
    if (result) return result.register;
    const key = `${input.address.block.id}+${input.address.offset} ${input.access} ${input.parameter} ${input.lane}`;
    const known = group.inputs.get(key);
    if (known !== undefined) return known;
    group.inputs.set(key, group.registers.length);
    return group.registers.push({ input }) - 1;
  });
  for (const { operation, words } of operations) {
    const count = operandsOf(operation);
    const operands = words.map((word, index) => (index < count ? numbers[word]! : { word }));
    numbers.push(group.registers.push({ operation, operands }) - 1);
  }
  for (const { address, register, lane } of outputs) {
    group.results.set(address.block, { register: numbers[register]!, lane, address });
  }
  group.kernelNames.push(event.kernelName);
}

/** The instruction of a group: inputs come first among the registers, and only what is read elsewhere goes to memory. */
function emit({ size, registers, results, kernelNames }: Group, readElsewhere: ReadonlySet<Block>): Step {
  const order = registers
    .map((_, index) => index)
    .sort((a, b) => Number('operation' in registers[a]!) - Number('operation' in registers[b]!) || a - b);
  const place = new Map(order.map((register, index) => [register, index]));
  const inputs: Input[] = [];
  const operations: { operation: Operation; a: number; b: number; c: number }[] = [];
  for (const index of order) {
    const register = registers[index]!;
    if ('input' in register) inputs.push(register.input);
    else {
      const [a = 0, b = 0, c = 0] = register.operands.map((operand) =>
        typeof operand === 'number' ? place.get(operand)! : operand.word,
      );
      operations.push({ operation: register.operation, a, b, c });
    }
  }
  const outputs = [...results].filter(([block]) => readElsewhere.has(block)).map(([, result]) => result);
  const words = expressionInstruction({
    size,
    inputs: inputs.map(({ address, access, parameter, lane }) => ({
      address: address.offset,
      access,
      parameter,
      lane,
    })),
    operations,
    outputs: outputs.map(({ register, lane, address }) => ({
      address: address.offset,
      register: place.get(register)!,
      lane,
    })),
  });
  const addresses = new Map<number, Address>();
  for (const [index, { address }] of inputs.entries()) addresses.set(places.input(index), address);
  for (const [index, { address }] of outputs.entries()) addresses.set(places.output(inputs.length, index), address);
  return stepOf({ kind: 'instruction', kernelName: [...new Set(kernelNames)].join('+'), words, addresses });
}
