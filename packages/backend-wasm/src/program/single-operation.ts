import { Opcode } from '../../assembly/program/opcodes';
import type { Access, Operation } from '../../assembly/program/operations';
import { headerWords } from '../threads/layout';
import type { Step } from './lower';
import type { Address, InstructionEvent } from './recording';

/** An element-wise instruction of one operation. */
export interface Single {
  readonly event: InstructionEvent;
  readonly operation: Operation;
  readonly inputs: readonly { address: Address; access: Access; parameter: number; argument: number }[];
  readonly out: Address;
  /** The operation's second word, an immediate for some. */
  readonly immediate: number;
}

/** The instruction of a step taken apart; nothing where it is another one. */
export function singleOf({ event }: Step): Single | undefined {
  if (event.kind !== 'instruction' || event.words[0] !== Opcode.Map) return undefined;
  const args = event.words.subarray(headerWords);
  const [, inputCount, operationCount, outputCount] = args as unknown as [number, number, number, number];
  if (operationCount !== 1 || outputCount !== 1) return undefined;
  const outAt = 4 + inputCount * 4;
  const inputs = Array.from({ length: inputCount }, (_, index) => {
    const argument = 4 + index * 4;
    return {
      address: event.addresses.get(argument)!,
      access: args[argument + 1]! as Access,
      parameter: args[argument + 2]!,
      argument,
    };
  });
  return {
    event,
    inputs,
    out: event.addresses.get(outAt)!,
    operation: args[outAt + 3]! as Operation,
    immediate: args[outAt + 5]!,
  };
}
