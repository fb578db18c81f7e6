import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { isNode } from './features/threads';
import { withoutWorkers } from './threads/without-workers';

/** The compiled tfjs WASM module: its allocator, its views on the memory, its kernels by `cwrap`. */
export type TfjsModule = ConstructorParameters<typeof BackendWasm>[0] & {
  readonly HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(address: number): void;
  cwrap(name: string, result: 'number' | null, types: readonly 'number'[]): (...args: number[]) => number;
};

type Factory = (settings: Record<string, unknown>) => Promise<TfjsModule>;

/**
 * Instantiates the threaded-SIMD build of tfjs's own kernels on `memory`. They run on one thread: threads are ours,
 * and only the memory has to be shared.
 */
export async function instantiateTfjs(memory: WebAssembly.Memory): Promise<TfjsModule> {
  const [{ default: imported }, { binary }] = await Promise.all([
    import('@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.js') as Promise<{
      default: unknown;
    }>,
    import('../generated/tfjs-threaded-simd'),
  ]);
  const factory = imported as Factory;
  const before = isNode() ? listeners() : undefined;
  const module = await withoutWorkers(() =>
    factory({
      wasmMemory: memory,
      wasmBinary: decodeBase64(binary),
      // Neither is ever fetched: the binary is above and no pthread is started.
      locateFile: (path: string) => path,
      mainScriptUrlOrBlob: '',
    }),
  );
  if (before) removeListenersSince(before);
  const wrap = (name: string, result: 'number' | null, types: 'number'[]) => module.cwrap(name, result, types);
  module.tfjs = {
    init: wrap('init', null, []),
    initWithThreadsCount: wrap('init_with_threads_count', null, ['number']),
    getThreadsCount: wrap('get_threads_count', 'number', []),
    registerTensor: wrap('register_tensor', null, ['number', 'number', 'number']),
    disposeData: wrap('dispose_data', null, ['number']),
    dispose: wrap('dispose', null, []),
  } as unknown as TfjsModule['tfjs'];
  return module;
}

/** Bytes of a base64 text, in Node and in the browser. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const decoded = atob(text);
  const bytes = new Uint8Array(decoded.length);
  for (let i = 0; i < decoded.length; i++) bytes[i] = decoded.charCodeAt(i);
  return bytes;
}

const watched = ['uncaughtException', 'unhandledRejection'] as const;

// Emscripten's glue rethrows every uncaught exception of the whole process; a library must not.
function listeners() {
  return watched.map((event) => process.listeners(event as 'uncaughtException'));
}

function removeListenersSince(before: ReturnType<typeof listeners>): void {
  for (const [index, event] of watched.entries()) {
    for (const listener of process.listeners(event as 'uncaughtException')) {
      if (!before[index]?.includes(listener)) process.removeListener(event, listener);
    }
  }
}
