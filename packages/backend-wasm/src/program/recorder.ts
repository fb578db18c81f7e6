import type { DataId, KernelFunc, TensorInfo } from '@tensorflow/tfjs-core';
import { headerWords } from '../threads/layout';
import type { WasmBackend } from '../wasm-backend';
import type { Block } from './allocations';
import type { Instruction } from './instruction';
import type { Address, BlockTensor, InstructionEvent, RecordingEvent } from './recording';
import { rolesOf } from './signatures';

type Call = Parameters<KernelFunc>[0];

/**
 * Writes down what a step does on the backend: the instructions its kernels run, the kernels that are not instructions,
 * and the values that come from JavaScript. The step runs as usual meanwhile. What cannot be replayed is noted as `reason`.
 */
export class Recorder {
  readonly events: RecordingEvent[] = [];
  /** Why the step cannot be replayed; the first cause found. */
  reason: string | undefined;
  /** The data that kernels read, by block: what a program points at must not be freed. */
  readonly dataIds = new Map<Block, DataId>();
  readonly #backend: WasmBackend;
  /** The instructions of the kernel now running; nothing outside kernels. */
  #instructions: InstructionEvent[] | undefined;
  /** Whether that kernel did anything besides. */
  #onHost = false;
  #kernelName = '';

  constructor(backend: WasmBackend) {
    this.#backend = backend;
  }

  /** A kernel is called. What one calls inside another belongs to the outer one. */
  kernel(kernelName: string, kernelFunc: KernelFunc, isOurs: boolean, call: Call): TensorInfo | TensorInfo[] {
    if (this.#instructions) {
      this.#onHost ||= !isOurs;
      return kernelFunc(call);
    }
    this.#instructions = [];
    this.#onHost = !isOurs;
    this.#kernelName = kernelName;
    try {
      const inputs = this.#inputs(call);
      const result = kernelFunc(call);
      const outputs = (Array.isArray(result) ? result : [result]).map((info) => this.#blockTensor(info));
      this.#note(call, kernelFunc, inputs, outputs);
      return result;
    } finally {
      this.#instructions = undefined;
    }
  }

  /** The kernel now running looks at or changes memory itself. */
  hostAccess(): void {
    this.#onHost = true;
  }

  /** Values are read by JavaScript, which might act on them. */
  hostRead(): void {
    if (this.#instructions) this.#onHost = true;
    else this.reason ??= 'it reads the values of a tensor (dataSync, arraySync or data) before it is done';
  }

  /** Values came from JavaScript into a new block. */
  hostWrite(address: number, bytes: Uint8Array): void {
    if (this.#instructions) this.#onHost = true;
    else this.events.push({ kind: 'constant', block: this.#backend.allocations.find(address)!, bytes: bytes.slice() });
  }

  /** An instruction is about to run. */
  instruction(words: Instruction): void {
    const addresses = new Map<number, Address>();
    for (const [index, role] of [...rolesOf(words)].entries()) {
      const value = words[headerWords + index]! >>> 0;
      if (value === 0 || (role !== 'r' && role !== 'w' && role !== 'u')) continue;
      const block = this.#backend.allocations.find(value);
      if (block) addresses.set(index, { block, offset: value - block.address, role });
      else this.#onHost = true;
    }
    this.#instructions?.push({ kind: 'instruction', kernelName: this.#kernelName, words: words.slice(), addresses });
  }

  #note(
    { attrs, inputs: given }: Call,
    kernelFunc: KernelFunc,
    inputs: ReadonlyMap<string, BlockTensor | undefined>,
    outputs: readonly (BlockTensor | undefined)[],
  ): void {
    const kernelName = this.#kernelName;
    const read = [...inputs.values()];
    if (!read.every(isKnown) || !outputs.every(isKnown)) {
      this.reason ??= `kernel ${kernelName} works on strings, complex numbers or foreign memory`;
      return;
    }
    // A view (reshape, clone) hands its input's data on: there is nothing to replay.
    if (outputs.every(({ block }) => read.some((input) => input?.block === block))) return;
    if (!this.#onHost) this.events.push(...this.#instructions!);
    else {
      const known = inputs as ReadonlyMap<string, BlockTensor>;
      const isList = Array.isArray(given);
      this.events.push({
        kind: 'call',
        kernelName,
        kernelFunc,
        attrs,
        inputs: known,
        isList,
        outputs: outputs.filter(isKnown),
      });
    }
  }

  #inputs({ inputs }: Call): ReadonlyMap<string, BlockTensor | undefined> {
    const given = Object.entries(inputs).filter(([, input]) => input !== undefined && input !== null);
    return new Map(given.map(([name, input]) => [name, this.#blockTensor(input as TensorInfo)]));
  }

  #blockTensor({ dataId, shape, dtype }: TensorInfo): BlockTensor | undefined {
    if (dtype === 'string' || dtype === 'complex64') return undefined;
    const block = this.#backend.allocations.find(this.#backend.dataIdMap.get(dataId).memoryOffset);
    if (!block) return undefined;
    this.dataIds.set(block, dataId);
    return { block, shape, dtype };
  }
}

function isKnown(tensor: BlockTensor | undefined): tensor is BlockTensor {
  return tensor !== undefined;
}
