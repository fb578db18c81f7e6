import { type BackendName, backendReport, probeBackends, scope, TenlabError, useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';

/** A device and how long it took for products of each size. */
export interface TimedDevice {
  name: string;
  threads: number;
  /** Milliseconds for one product, by the size in the same place. */
  milliseconds: number[];
  /** The sum of the largest product: the same on all, but for rounding. */
  sum: number;
}

/**
 * Multiplies square matrices of each size on every device that is there, and goes back to the one that was in use.
 *
 * Each product is computed once before it is timed, for that is when programs are made ready; of several times the middle one counts.
 */
export async function timeDevices(sizes: readonly number[], repeats = 5): Promise<TimedDevice[]> {
  const own = backendReport()!;
  const back = () => useBackend(own.name, own.name === 'wasm' ? { threads: own.threads } : {});
  const timed: TimedDevice[] = [];
  try {
    for (const { name, availability } of await probeBackends()) {
      if (!availability.available) continue;
      const report = name === own.name ? own : await started(name);
      // The environment may insist on another one, and a driver may be broken.
      if (report === undefined || timed.some((device) => device.name === report.name)) continue;
      timed.push({ name: report.name, threads: report.threads, ...(await timeProducts(sizes, repeats)) });
      await back();
    }
  } finally {
    await back();
  }
  return timed;
}

async function started(name: BackendName) {
  try {
    return await useBackend(name);
  } catch (error) {
    if (TenlabError.isInstance(error) && error.code === 'backend-unavailable') return undefined;
    throw error;
  }
}

async function timeProducts(
  sizes: readonly number[],
  repeats: number,
): Promise<Pick<TimedDevice, 'milliseconds' | 'sum'>> {
  const milliseconds: number[] = [];
  let sum = 0;
  for (const size of sizes) {
    const values = Float32Array.from({ length: size * size }, (_, at) => ((at % 17) - 8) / 8);
    const matrix = tf.tensor2d(values, [size, size]);
    const times: number[] = [];
    for (let turn = 0; turn <= repeats; turn++) {
      const began = performance.now();
      const total = scope(() => tf.sum(tf.matMul(matrix, matrix)));
      // A device may still be computing: reading a number waits for it.
      sum = (await total.data())[0]!;
      times.push(performance.now() - began);
      total.dispose();
    }
    matrix.dispose();
    const sorted = times.slice(1).sort((one, other) => one - other);
    milliseconds.push(sorted[Math.floor(sorted.length / 2)]!);
  }
  return { milliseconds, sum };
}
