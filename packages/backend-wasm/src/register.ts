// Importing this replaces tfjs's `wasm` backend, its factory and the kernels that are missing, wrong or slow there, by ours.
import '@tensorflow/tfjs-backend-wasm';
import { findBackendFactory, registerBackend, removeBackend, setBackend } from '@tensorflow/tfjs-core';
import { registerKernels } from './kernels/register-kernels';
import { start, type WasmOptions, type WasmReport } from './start';
import type { WasmBackend } from './wasm-backend';

let options: WasmOptions = {};
let report: WasmReport | undefined;
let running: WasmBackend | undefined;

const priority = 2;

function register(): void {
  // Asked for by its factory: `findBackend` would start it.
  if (findBackendFactory('wasm') !== null) removeBackend('wasm');
  registerBackend(
    'wasm',
    async () => {
      const started = await start(options);
      report = started.report;
      running = started.backend;
      return started.backend;
    },
    priority,
  );
}

register();
registerKernels();

/**
 * Starts the backend with options and makes it the current one. Without this call `tf.setBackend('wasm')` starts it with
 * the defaults. Started already with other options, or with a thread that has died since, it is started
 * anew, and tensors held on it are gone.
 *
 * @example
 * const { threads, simd } = await startWasm({ threads: 2 });
 * console.log(threads); // 2
 */
export async function startWasm(wanted: WasmOptions = {}): Promise<WasmReport> {
  if (running && (running.device.broken || !same(wanted, options))) await stopWasm();
  options = wanted;
  if (!running) {
    // tfjs swallows what a backend's factory throws and answers false; starting it here first lets the cause through.
    const started = await start(options);
    report = started.report;
    running = started.backend;
    removeBackend('wasm');
    registerBackend('wasm', () => started.backend, priority);
  }
  await setBackend('wasm');
  return report!;
}

/** Stops the backend: its workers end and the tensors on it are gone. */
export async function stopWasm(): Promise<void> {
  const { device } = running ?? {};
  running = undefined;
  report = undefined;
  register();
  await device?.stop();
}

function same(a: WasmOptions, b: WasmOptions): boolean {
  return a.threads === b.threads && (a.numerics ?? 'fast') === (b.numerics ?? 'fast');
}
