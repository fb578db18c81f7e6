import { setThreadsCount } from '@tensorflow/tfjs-backend-wasm';
import { Device, guardAllocator } from './device';
import { BackendError } from './errors';
import { hasRelaxedSimd } from './features/relaxed-simd';
import { hasSimd } from './features/simd';
import { threadSupport } from './features/threads';
import { decodeBase64, instantiateTfjs } from './tfjs-module';
import { WasmBackend } from './wasm-backend';

/** How the backend starts. */
export interface WasmOptions {
  /** Threads to use; by default as many as the place allows (all cores in Node). */
  readonly threads?: number;
  /**
   * `'strict'` leaves out fused multiply-add, so that every engine computes the same bits, and Winograd convolution, which
   * loses a digit. Default `'fast'`.
   */
  readonly numerics?: 'fast' | 'strict';
}

/** What was started. */
export interface WasmReport {
  readonly threads: number;
  readonly simd: 'simd' | 'relaxed-simd';
  /** Why there are fewer threads than cores, if so. */
  readonly note?: string;
}

/** The backend and its report: two WASM modules on one memory. */
export interface StartedWasm {
  readonly backend: WasmBackend;
  readonly report: WasmReport;
}

/** Builds the backend: the memory, tfjs's module and ours on it, and the threads. */
export async function start({ threads, numerics = 'fast' }: WasmOptions = {}): Promise<StartedWasm> {
  if (!hasSimd()) {
    throw new BackendError({
      code: 'backend-unavailable',
      place: 'wasm backend',
      expected: 'WebAssembly with 128-bit SIMD',
      received: 'an engine without it',
      remedy: 'Use Node 20.19 or later, or a browser from 2023 or later.',
    });
  }
  checkOptions(threads, numerics);
  const support = await threadSupport();
  const count = threads === undefined ? support.threads : Math.min(threads, support.reason ? 1 : threads);
  const simd = numerics === 'fast' && (await hasRelaxedSimd()) ? 'relaxed-simd' : 'simd';
  const memory = createMemory();
  const [tfjs, { binary }] = await Promise.all([
    instantiateTfjs(memory),
    simd === 'simd' ? import('../generated/kernels-simd') : import('../generated/kernels-relaxed-simd'),
  ]);
  const allocations = guardAllocator(tfjs, memory);
  const module = await WebAssembly.compile(decodeBase64(binary));
  const device = await Device.start(memory, tfjs, module, { threads: count, numerics });
  setThreadsCount(1);
  const note = support.reason && count < (threads ?? 2) ? `${support.reason}. ${support.remedy}` : undefined;
  return {
    backend: new WasmBackend(tfjs, device, allocations),
    report: { threads: count, simd, ...(note ? { note } : {}) },
  };
}

function checkOptions(threads: number | undefined, numerics: string): void {
  if (threads !== undefined && !(Number.isInteger(threads) && threads >= 1 && threads <= 64)) {
    throw new BackendError({
      code: 'invalid-argument',
      place: 'wasm backend',
      expected: '`threads` must be a whole number from 1 to 64',
      received: String(threads),
      remedy: 'Leave it out to use all cores.',
    });
  }
  if (numerics !== 'fast' && numerics !== 'strict') {
    throw new BackendError({
      code: 'invalid-argument',
      place: 'wasm backend',
      expected: "`numerics` must be 'fast' or 'strict'",
      received: String(numerics),
      remedy: "Use 'strict' for the same bits on every engine.",
    });
  }
}

/** A shared memory, with as much room to grow as the engine grants. */
function createMemory(): WebAssembly.Memory {
  let refusal: unknown;
  for (const maximum of [65536, 32768, 16384, 8192]) {
    try {
      return new WebAssembly.Memory({ initial: 512, maximum, shared: true });
    } catch (error) {
      refusal = error;
    }
  }
  throw new BackendError({
    code: 'out-of-memory',
    place: 'wasm backend',
    expected: 'address space for a WebAssembly memory of at least 512 MiB',
    received: String(refusal),
    remedy: 'Raise the limit on virtual memory (ulimit -v).',
    cause: refusal,
  });
}
