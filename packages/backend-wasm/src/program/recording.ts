import type { DataType, KernelFunc } from '@tensorflow/tfjs-core';
import type { Block } from './allocations';
import type { Instruction } from './instruction';

/** A tensor as a call back into JavaScript sees it: a whole block with a shape and a dtype. */
export interface BlockTensor {
  readonly block: Block;
  readonly shape: number[];
  readonly dtype: DataType;
}

/** A place in a block, and what the instruction does there: read, write, or update. */
export interface Address {
  readonly block: Block;
  readonly offset: number;
  readonly role: 'r' | 'w' | 'u';
}

/** An instruction, with the block that each of its addresses lies in. */
export interface InstructionEvent {
  readonly kind: 'instruction';
  readonly kernelName: string;
  readonly words: Instruction;
  /** By argument: its block and the offset in it, where the argument is an address. */
  readonly addresses: ReadonlyMap<number, Address>;
}

/** A kernel that cannot be told as instructions: it is called again at every replay. */
export interface CallEvent {
  readonly kind: 'call';
  readonly kernelName: string;
  readonly kernelFunc: KernelFunc;
  readonly attrs: Parameters<KernelFunc>[0]['attrs'];
  /** By name; tfjs passes a list of tensors (concat, stack) as an array, whose names are its indices. */
  readonly inputs: ReadonlyMap<string, BlockTensor>;
  readonly isList: boolean;
  readonly outputs: readonly BlockTensor[];
}

/** Values that came from JavaScript: they have to be the same in every step. */
export interface ConstantEvent {
  readonly kind: 'constant';
  readonly block: Block;
  readonly bytes: Uint8Array;
}

/** What happened, in order. */
export type RecordingEvent = InstructionEvent | CallEvent | ConstantEvent;
