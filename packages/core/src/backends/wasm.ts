import * as tf from '@tensorflow/tfjs-core';
import { formatValue } from '../errors/format-value';
import { inWords, TenlabError } from '../errors/tenlab-error';
import { type BackendCandidate, type BackendOptions, Refusal } from './candidate';

/** Our own backend: trains on all cores, in Node and in the browser, from a plain install. Loaded when it is chosen. */
export const wasm: BackendCandidate = {
  name: 'wasm',
  kind: 'wasm',

  async probe() {
    if (typeof WebAssembly === 'object') return { available: true };
    return {
      available: false,
      reason: 'this JavaScript engine has no WebAssembly',
      remedy: 'Start Node without `--jitless`, or use a browser that has WebAssembly',
    };
  },

  whyNot(option) {
    return option === 'threads' || option === 'numerics' ? undefined : 'it has no GPU';
  },

  async start({ threads, numerics }) {
    const { startWasm } = await import('@tenlab/backend-wasm').catch((cause: unknown) => {
      throw new Refusal({
        reason: `@tenlab/backend-wasm could not be loaded: ${messageOf(cause)}`,
        remedy: 'Install the packages again: `npm install`',
        cause,
      });
    });
    const options = {
      ...(threads === undefined ? {} : { threads }),
      ...(numerics === undefined ? {} : { numerics }),
    };
    checkNothingIsLost(options);
    try {
      const report = await startWasm(options);
      holder[optionsKey] = options;
      await tf.setBackend('wasm');
      await tf.ready();
      return { threads: report.threads, simd: report.simd, note: report.note };
    } catch (cause) {
      throw asRefusal(cause);
    }
  },
};

// The options it runs with, shared by every copy of this package in the process.
type WasmChoice = Pick<BackendOptions, 'threads' | 'numerics'>;
const optionsKey = Symbol.for('tenlab.wasm-options');
const holder = globalThis as { [optionsKey]?: WasmChoice };

/** With other options the backend starts anew with a new memory, and what is in the old one is gone: not in silence. */
function checkNothingIsLost(wanted: WasmChoice): void {
  const held = tf.engine().registry.wasm?.numDataIds() ?? 0;
  const running = holder[optionsKey] ?? {};
  const same = wanted.threads === running.threads && (wanted.numerics ?? 'fast') === (running.numerics ?? 'fast');
  if (held === 0 || same) return;
  throw new TenlabError({
    code: 'backend-in-use',
    place: 'useBackend',
    expected: "no tensors on 'wasm' when it starts anew with other options, since they would be lost",
    received: inWords(`${held} tensors, and the options ${formatValue(wanted)} in place of ${formatValue(running)}`),
    remedy: 'Choose the options before the first tensor is made, or dispose of all tensors first.',
  });
}

/** A wrong argument stays an error; that the machine cannot run the backend is a refusal. */
function asRefusal(cause: unknown): unknown {
  if (!TenlabError.isInstance(cause)) {
    return new Refusal({
      reason: `it did not start: ${messageOf(cause)}`,
      remedy: 'Free memory, or ask for fewer threads with TENLAB_THREADS=1',
      cause,
    });
  }
  if (cause.code === 'invalid-argument') return cause;
  return new Refusal({ reason: cause.message.replace(` ${cause.remedy}`, ''), remedy: cause.remedy, cause });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
