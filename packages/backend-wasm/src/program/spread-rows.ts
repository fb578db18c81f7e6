import { Opcode } from '../../assembly/program/opcodes';
import { headerWords } from '../threads/layout';
import { type Lowered, type Step, stepOf } from './lower';
import { onlyUse } from './only-use';
import type { InstructionEvent } from './recording';

/** Of a segment sum: the argument that says how many neighbouring rows are one and the same. */
const repeatArgument = 7;

/**
 * Lets segment sums read a row that was repeated for neighbouring ids where it lies, once, instead of its copies. That is
 * the gradient of an embedding that is summed or averaged along the sentence: one `dy` for all the words of a text.
 */
export function spreadRows(lowered: Lowered): Lowered {
  let { steps } = lowered;
  for (const sum of steps) {
    const repeated = onlyUse({ ...lowered, steps }, sum, 0);
    if (!repeated) continue;
    const changed = reading(repeated.event, sum.event as InstructionEvent);
    if (changed) steps = steps.flatMap((step) => (step === repeated.step ? [] : step === sum ? [changed] : [step]));
  }
  return { ...lowered, steps };
}

/** The segment sum, reading what `slice` copies; nothing where those are not rows each repeated equally often. */
function reading(slice: InstructionEvent, sum: InstructionEvent): Step | undefined {
  if (sum.words[0] !== Opcode.SegmentSum || slice.words[0] !== Opcode.Slice) return undefined;
  const args = slice.words.subarray(headerWords);
  const [rows, columns, , , repeat] = sum.words.subarray(headerWords + 3) as unknown as number[];
  const runBytes = args[2]!;
  if (repeat !== 1 || runBytes !== columns! * 4) return undefined;
  const loops = Array.from({ length: 5 }, (_, loop) => ({ length: args[3 + loop]!, step: args[8 + loop]! })).filter(
    ({ length }) => length !== 1,
  );
  const [over, times] = loops;
  if (loops.length > 2 || times?.step !== 0 || over!.step !== runBytes || over!.length * times.length !== rows)
    return undefined;
  const words = sum.words.slice();
  words[headerWords + repeatArgument] = times.length;
  const addresses = new Map(sum.addresses);
  addresses.set(0, slice.addresses.get(0)!);
  return stepOf({ ...sum, words, addresses, kernelName: `${slice.kernelName}+${sum.kernelName}` });
}
