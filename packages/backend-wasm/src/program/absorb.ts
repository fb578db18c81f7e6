import { Opcode } from '../../assembly/program/opcodes';
import { Access, Operation } from '../../assembly/program/operations';
import { headerWords } from '../threads/layout';
import type { Block } from './allocations';
import { type Lowered, type Step, stepOf } from './lower';
import type { InstructionEvent } from './recording';
import { type Single, singleOf } from './single-operation';

/** Which arguments of a product are its result, its columns, its bias and its activation. */
const products: Partial<Record<Opcode, { out: number; columns: number; bias: number; activation: number }>> = {
  [Opcode.MatMul]: { out: 2, columns: 4, bias: 9, activation: 10 },
  [Opcode.Conv2D]: { out: 2, columns: 9, bias: 19, activation: 20 },
  [Opcode.Conv2DPlanes]: { out: 2, columns: 9, bias: 16, activation: 17 },
  [Opcode.WinogradOutput]: { out: 1, columns: 5, bias: 8, activation: 9 },
};

/** The number of ReLU among the activations of `assembly/lib/activation.ts`. */
const relu = 1;

/**
 * Lets products add their bias and apply ReLU while the result is in the cache, where the recording has them as element-wise
 * instructions of their own. Before that, the gradient of ReLU is made to look at its result instead of its input
 * (one is positive where the other is), so that nobody else needs the input.
 */
export function absorb(lowered: Lowered): Lowered {
  let steps = lowered.steps.map((step) => lookAtResult(step, lowered.steps));
  const kept = new Set([
    ...lowered.outputs.map(({ block }) => block),
    ...lowered.assignments.map(({ value }) => value),
  ]);
  for (let index = 0; index < steps.length; index++) {
    const absorbed = absorbInto(steps, index, kept);
    if (!absorbed) continue;
    steps = absorbed;
    index--;
  }
  return { ...lowered, steps };
}

/** Turns Step(x) into Step(ReLU(x)) where the latter was computed before. */
function lookAtResult(step: Step, steps: readonly Step[]): Step {
  const single = singleOf(step);
  if (single?.operation !== Operation.Step || single.immediate !== 0) return step;
  const [input] = single.inputs;
  for (const earlier of steps.slice(0, steps.indexOf(step))) {
    const candidate = singleOf(earlier);
    if (candidate?.operation !== Operation.Relu || candidate.inputs[0]!.address.block !== input!.address.block)
      continue;
    const addresses = new Map(single.event.addresses);
    addresses.set(input!.argument, { ...candidate.out, role: 'r' });
    return stepOf({ ...single.event, addresses });
  }
  return step;
}

/** The steps with the bias or ReLU at `index` taken into the product that made its input; nothing where that cannot be. */
function absorbInto(steps: readonly Step[], index: number, kept: ReadonlySet<Block>): Step[] | undefined {
  const single = singleOf(steps[index]!);
  if (!single || (single.operation !== Operation.Add && single.operation !== Operation.Relu)) return undefined;
  for (const input of single.inputs) {
    const { block } = input.address;
    if (input.access !== Access.Same || kept.has(block)) continue;
    const makers = steps.filter(({ writes }) => writes.has(block));
    const readers = steps.filter(({ reads }) => reads.has(block));
    if (makers.length !== 1 || readers.length !== 1) continue;
    const maker = makers[0]!.event;
    const product = maker.kind === 'instruction' ? products[maker.words[0] as Opcode] : undefined;
    if (maker.kind !== 'instruction' || !product) continue;
    const at = steps.indexOf(makers[0]!);
    const changed =
      single.operation === Operation.Add
        ? withBias(maker, product, single, input, steps, at)
        : withRelu(maker, product);
    if (!changed) continue;
    const addresses = new Map(changed.addresses);
    addresses.set(product.out, { ...single.out, role: 'w' });
    const replaced = stepOf({ ...changed, addresses, kernelName: `${maker.kernelName}+${single.event.kernelName}` });
    return steps.flatMap((step, place) => (place === at ? [replaced] : place === index ? [] : [step]));
  }
  return undefined;
}

type Product = { out: number; columns: number; bias: number; activation: number };

function withRelu(maker: InstructionEvent, { activation }: Product): InstructionEvent | undefined {
  if (maker.words[headerWords + activation] !== 0) return undefined;
  const words = maker.words.slice();
  words[headerWords + activation] = relu;
  return { ...maker, words };
}

function withBias(
  maker: InstructionEvent,
  { columns, bias, activation }: Product,
  single: Single,
  input: Single['inputs'][number],
  steps: readonly Step[],
  at: number,
): InstructionEvent | undefined {
  const words = maker.words;
  if (maker.addresses.has(bias) || words[headerWords + activation] !== 0) return undefined;
  const other = single.inputs.find((candidate) => candidate !== input);
  if (other?.access !== Access.Cycle || other.parameter !== words[headerWords + columns]) return undefined;
  // The bias has to be there already when the product runs.
  const { block, offset } = other.address;
  if (
    steps
      .slice(
        at,
        steps.findIndex(({ event }) => event === single.event),
      )
      .some(({ writes }) => writes.has(block))
  )
    return undefined;
  const addresses = new Map(maker.addresses);
  addresses.set(bias, { block, offset, role: 'r' });
  return { ...maker, addresses };
}
