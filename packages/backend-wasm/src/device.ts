import { BackendError } from './errors';
import { Allocations } from './program/allocations';
import { GeneratedFunctions, type Library } from './program/generate/functions';
import { type Instruction, isShared } from './program/instruction';
import type { Recorder } from './program/recorder';
import { emptyRefusals, takeRefusal } from './program/refusal';
import type { TfjsModule } from './tfjs-module';
import { control, eagerProgramBytes, scratchBytes } from './threads/layout';
import { type PoolWorker, startWorker } from './threads/pool';
import { Watch } from './threads/watch';

/** What the kernels' module exports. */
interface KernelExports extends Library {
  run(program: number, control: number, times: number): void;
  walk(program: number, thread: number, threads: number, control: number, times: number): void;
  setScratch(address: number): void;
}

/** How a device computes. */
export interface DeviceOptions {
  readonly threads: number;
  readonly numerics: 'fast' | 'strict';
}

/**
 * The machine that kernels run on: one memory, our compiled kernels, and the threads that share both.
 * It knows nothing of tensors; `WasmBackend` does. Memory comes from the allocator of tfjs's module.
 */
export class Device {
  readonly threads: number;
  readonly memory: WebAssembly.Memory;
  /** `'strict'`: no arithmetic that trades digits for speed. */
  readonly numerics: 'fast' | 'strict';
  /** Listens to what runs while a step is recorded. */
  recorder: Recorder | undefined;
  /** Functions made for the expressions of compiled steps. */
  readonly functions: GeneratedFunctions;
  readonly #tfjs: TfjsModule;
  readonly #kernels: KernelExports;
  readonly #control: number;
  readonly #program: number;
  readonly #workers: PoolWorker[];
  readonly #watch: Watch;
  #words: Int32Array;
  #zeros = 0;
  #zeroBytes = 0;

  private constructor(
    memory: WebAssembly.Memory,
    tfjs: TfjsModule,
    kernels: KernelExports,
    workers: PoolWorker[],
    watch: Watch,
    { threads, numerics }: DeviceOptions,
  ) {
    this.memory = memory;
    this.numerics = numerics;
    this.threads = threads;
    this.#tfjs = tfjs;
    this.#kernels = kernels;
    this.#workers = workers;
    this.#watch = watch;
    this.#control = this.allocate(control.bytes);
    this.#program = this.allocate(eagerProgramBytes);
    this.#words = new Int32Array(memory.buffer);
    this.#words.fill(0, this.#control >> 2, (this.#control + control.bytes) >> 2);
    this.#words[(this.#control >> 2) + control.threads] = threads;
    emptyRefusals(this.#words, this.refusals >> 2);
    kernels.setScratch(this.allocate(scratchBytes));
    this.functions = new GeneratedFunctions(memory, kernels, (bytes) => this.allocate(bytes));
  }

  /** Instantiates `module` on `memory` and starts workers beside the calling thread. */
  static async start(
    memory: WebAssembly.Memory,
    tfjs: TfjsModule,
    module: WebAssembly.Module,
    options: DeviceOptions,
  ): Promise<Device> {
    let device: Device | undefined;
    const workers: PoolWorker[] = [];
    const watch = new Watch(memory, () => device!.#control, workers);
    const instance = await WebAssembly.instantiate(module, { env: watch.imports });
    device = new Device(memory, tfjs, instance.exports as unknown as KernelExports, workers, watch, options);
    try {
      for (let thread = 1; thread < options.threads; thread++) {
        const start = { module, memory, thread, control: device.#control, scratch: device.allocate(scratchBytes) };
        workers.push(await startWorker(start, (cause) => watch.note(`thread ${thread} stopped: ${cause}`)));
      }
    } catch (error) {
      await device.stop();
      throw error;
    }
    return device;
  }

  /** Whether a thread has failed: this device runs nothing on all threads any more. */
  get broken(): boolean {
    return this.#watch.broken;
  }

  /** The address of the cell where instructions say what they refuse, `assembly/lib/refuse.ts`. */
  get refusals(): number {
    return this.#control + control.refused * 4;
  }

  /** Bytes of the memory in use by anyone, the allocator's own included. */
  get heldBytes(): number {
    return this.memory.buffer.byteLength;
  }

  /** Reserves memory; the caller frees it. Throws when the memory cannot grow. */
  allocate(bytes: number): number {
    return this.#tfjs._malloc(bytes) >>> 0;
  }

  /** Gives memory back. */
  free(address: number): void {
    this.#tfjs._free(address);
  }

  /** Runs `use` with temporary memory of the given sizes, which is gone afterwards. */
  withTemporary<T>(sizes: readonly number[], use: (...addresses: number[]) => T): T {
    const addresses: number[] = [];
    try {
      for (const bytes of sizes) addresses.push(this.allocate(bytes));
      return use(...addresses);
    } finally {
      for (const address of addresses) this.free(address);
    }
  }

  /** The address of at least `bytes` bytes of zeros, which nobody writes. */
  zeros(bytes: number): number {
    if (bytes > this.#zeroBytes) {
      // The smaller ones stay: a compiled program may point at them.
      this.#zeroBytes = Math.max(bytes, 1 << 16);
      this.#zeros = this.allocate(this.#zeroBytes);
      new Uint8Array(this.memory.buffer, this.#zeros, this.#zeroBytes).fill(0);
    }
    return this.#zeros;
  }

  /** A view of raw bytes; stale once anything is allocated. */
  bytes(address: number, length: number): Uint8Array {
    this.recorder?.hostAccess();
    return new Uint8Array(this.memory.buffer, address, length);
  }

  /** A view of floats; stale once anything is allocated. */
  floats(address: number, length: number): Float32Array {
    this.recorder?.hostAccess();
    return new Float32Array(this.memory.buffer, address, length);
  }

  /** A view of 32-bit integers; stale once anything is allocated. */
  integers(address: number, length: number): Int32Array {
    this.recorder?.hostAccess();
    return new Int32Array(this.memory.buffer, address, length);
  }

  /**
   * Runs instructions one after the other, each on all threads, and returns when the last is done. Throws when one refuses
   * a value, and leaves out those after it.
   */
  execute(...instructions: Instruction[]): void {
    if (this.#words.buffer !== this.memory.buffer) this.#words = new Int32Array(this.memory.buffer);
    const words = this.#words;
    let at = this.#program >> 2;
    let shared = false;
    for (const instruction of instructions) {
      this.recorder?.instruction(instruction);
      words.set(instruction, at);
      at += instruction.length;
      shared ||= isShared(instruction);
    }
    words[at] = 0;
    this.run(this.#program, shared);
  }

  /** Runs a program that lies in memory already, `times` times; one that is not `shared` is walked by the calling thread alone. */
  run(program: number, shared: boolean, times = 1): void {
    if (shared && this.threads > 1) this.#runOnAll(program, times);
    else this.#kernels.walk(program, 0, 1, this.#control, times);
    this.#throwRefusal();
  }

  /** Throws where an instruction was given a value that it cannot work on. */
  #throwRefusal(): void {
    if (this.#words[this.refusals >> 2] === 0) return;
    if (this.#words.buffer !== this.memory.buffer) this.#words = new Int32Array(this.memory.buffer);
    throw takeRefusal(this.#words, this.refusals >> 2);
  }

  #runOnAll(program: number, times: number): void {
    this.#watch.expectWhole();
    try {
      this.#kernels.run(program, this.#control, times);
    } catch (error) {
      // The workers wait at a barrier that thread 0 will not come to.
      this.#watch.note(`an earlier step ended with ${error}`);
      throw error;
    }
  }

  /** Ends the workers. The memory is gone when the last reference to it is. */
  async stop(): Promise<void> {
    const words = new Int32Array(this.memory.buffer, this.#control, control.bytes / 4);
    Atomics.store(words, control.leave, 1);
    Atomics.add(words, control.started, 1);
    Atomics.notify(words, control.started);
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
    this.#workers.length = 0;
  }
}

/** Makes the module's allocator keep books, and throw instead of returning address 0 when the memory cannot grow. */
export function guardAllocator(tfjs: TfjsModule, memory: WebAssembly.Memory): Allocations {
  const allocations = new Allocations();
  // The glue's functions replace themselves on the module at their first call; that has to be over before ours go in.
  tfjs._free(tfjs._malloc(8));
  const allocate = tfjs._malloc.bind(tfjs);
  const free = tfjs._free.bind(tfjs);
  tfjs._free = (address: number) => {
    allocations.remove(address >>> 0);
    free(address);
  };
  tfjs._malloc = (bytes: number) => {
    // A size of 4 GiB or more would be taken modulo 4 GiB, and granted.
    const address = bytes < 2 ** 32 ? allocate(bytes) : 0;
    if (address === 0 && bytes > 0) {
      throw new BackendError({
        code: 'out-of-memory',
        place: 'wasm backend',
        expected: `${mebibytes(bytes)} of memory for a tensor`,
        received: `${mebibytes(memory.buffer.byteLength)} are held already and the memory cannot grow so far (WASM allows 4096 MiB)`,
        remedy: 'Use a smaller batch or model, or dispose tensors that are no longer needed (tf.tidy, tf.dispose).',
      });
    }
    allocations.add(address >>> 0, bytes);
    return address;
  };
  return allocations;
}

function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}
