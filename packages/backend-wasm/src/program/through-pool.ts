import { Opcode } from '../../assembly/program/opcodes';
import { Access, Lane, Operation } from '../../assembly/program/operations';
import { expressionInstruction } from '../kernels/elementwise/expression';
import { headerWords } from '../threads/layout';
import { newBlock } from './allocations';
import { type Lowered, type Step, stepOf } from './lower';
import { onlyUse } from './only-use';
import type { Address, InstructionEvent } from './recording';
import { singleOf } from './single-operation';

/** Arguments of `PoolGradient`: the pooled input, dx, whether of an average, and dy. Those from 2 to 21 say where windows lie. */
const gradient = { input: 0, dx: 1, average: 22, dy: 23 };
const windows = { first: 2, end: 22 };

/**
 * Takes ReLU's gradient, where it follows that of a maximum pooling, to before the pooling, where there are fewer elements:
 * each window's dy goes to its largest element, which was above zero where the window's maximum is, and that is there from the
 * way forward. The bits stay the same.
 *
 * The gradient of a bias would be a sum of dy, too, but in another order: over many steps that is not what the step gives as it
 * is.
 */
export function throughPool(lowered: Lowered): Lowered {
  let current = lowered;
  for (const step of lowered.steps) {
    if (opcodeOf(step) === Opcode.PoolGradient && !argumentsOf(step)[gradient.average])
      current = passBefore(current, step);
  }
  return current;
}

/** The program with ReLU's gradient taken before that of the pooling; the program itself where none follows it. */
function passBefore(lowered: Lowered, pooling: Step): Lowered {
  const { event } = pooling as { event: InstructionEvent };
  const input = event.addresses.get(gradient.input)!;
  const maximum = lowered.steps.find((step) => isPoolOf(step, pooling));
  if (!maximum) return lowered;
  for (const product of lowered.steps) {
    const single = singleOf(product);
    if (single?.operation !== Operation.Multiply) continue;
    const ofGradient = single.inputs.find(({ argument }) => onlyUse(lowered, product, argument)?.step === pooling);
    const ofMask = single.inputs.find((other) => other !== ofGradient);
    if (!ofGradient || !ofMask || single.inputs.some(({ access }) => access !== Access.Same)) continue;
    const makers = lowered.steps.filter(({ writes }) => writes.has(ofMask.address.block));
    const mask = makers.length === 1 ? singleOf(makers[0]!) : undefined;
    const read = mask?.inputs[0];
    const isOfInput = read?.access === Access.Same && isSame(read.address, input);
    if (mask?.operation !== Operation.Step || mask.immediate !== 0 || !isOfInput) continue;
    const pooled = (maximum.event as InstructionEvent).addresses.get(1)!;
    const size = pixelsOut(pooling) * channelsOf(pooling);
    const passed: Address = { block: newBlock(size * 4), offset: 0, role: 'w' };
    const addresses = new Map(event.addresses);
    addresses.set(gradient.dy, { ...passed, role: 'r' });
    addresses.set(gradient.dx, single.out);
    const after = stepOf({ ...event, addresses, kernelName: `${event.kernelName}+${single.event.kernelName}` });
    const before = passing(size, event.addresses.get(gradient.dy)!, pooled, passed, single.event.kernelName);
    const isKept =
      lowered.steps.some((step) => step !== product && step.reads.has(mask.out.block)) ||
      [...lowered.outputs.map(({ block }) => block), ...lowered.assignments.map(({ value }) => value)].includes(
        mask.out.block,
      );
    const steps = lowered.steps.flatMap((step) => {
      if (step === pooling) return [before, after];
      return step === product || (step === makers[0] && !isKept) ? [] : [step];
    });
    return { ...lowered, steps };
  }
  return lowered;
}

/** dy where the maximum is above zero, else zero. */
function passing(size: number, dy: Address, pooled: Address, out: Address, kernelName: string): Step {
  const same = { access: Access.Same, parameter: 0, lane: Lane.Float };
  const words = expressionInstruction({
    size,
    inputs: [dy, pooled].map(({ offset }) => ({ address: offset, ...same })),
    operations: [
      { operation: Operation.Step, a: 1, b: 0, c: 0 },
      { operation: Operation.Multiply, a: 0, b: 2, c: 0 },
    ],
    outputs: [{ address: 0, register: 3, lane: Lane.Float }],
  });
  const addresses = new Map<number, Address>([
    [4, { ...dy, role: 'r' }],
    [8, { ...pooled, role: 'r' }],
    [12, out],
  ]);
  return stepOf({ kind: 'instruction', kernelName, words, addresses });
}

function isPoolOf(step: Step, pooling: Step): boolean {
  if (opcodeOf(step) !== Opcode.Pool || argumentsOf(step)[windows.end]) return false;
  const places = (of: Step) => argumentsOf(of).subarray(windows.first, windows.end).join();
  const inputOf = (of: Step) => (of.event as InstructionEvent).addresses.get(0)!;
  return places(step) === places(pooling) && isSame(inputOf(step), inputOf(pooling));
}

function isSame(a: Address, b: Address): boolean {
  return a.block === b.block && a.offset === b.offset;
}

function pixelsOut(pooling: Step): number {
  const args = argumentsOf(pooling);
  return args[2]! * args[7]! * args[8]! * args[9]!;
}

function channelsOf(pooling: Step): number {
  return argumentsOf(pooling)[6]!;
}

function opcodeOf({ event }: Step): Opcode | undefined {
  return event.kind === 'instruction' ? (event.words[0] as Opcode) : undefined;
}

function argumentsOf({ event }: Step): Int32Array {
  return (event as InstructionEvent).words.subarray(headerWords);
}
