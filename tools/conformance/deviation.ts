import type * as tf from '@tensorflow/tfjs-core';
import { valuesOf } from './arrays';
import type { GoldenArray, Tolerance } from './golden';

/** How far one of our arrays is from Keras's. `excess` is the difference as a multiple of what is allowed; above 1 fails. */
export interface Deviation {
  what: string;
  excess: number;
  text: string;
}

/**
 * Compares a tensor with a golden array: each element by `|ours - theirs| <= atol + rtol · |theirs|`, NaN only with NaN,
 * an infinity only with itself. Integers and booleans must be equal, whatever the tolerance. Shapes must be equal too.
 */
export async function compare(
  what: string,
  ours: tf.Tensor,
  golden: GoldenArray,
  tolerance: Tolerance,
): Promise<Deviation> {
  if (ours.shape.join() !== golden.shape.join()) {
    return { what, excess: Infinity, text: `${what}: shape [${ours.shape}], expected [${golden.shape}]` };
  }
  const theirs = valuesOf(golden);
  const received = await ours.data<'float32' | 'string'>();
  const exact = golden.dtype !== 'float32';
  let worst = { excess: 0, at: 0 };
  for (let at = 0; at < theirs.length; at++) {
    const excess = excessOf(received[at], theirs[at], exact ? { rtol: 0, atol: 0 } : tolerance);
    if (excess > worst.excess) worst = { excess, at };
  }
  const text = `${what}[${worst.at}]: ${received[worst.at]}, expected ${theirs[worst.at]} (${times(worst.excess)} the tolerance)`;
  return { what, excess: worst.excess, text };
}

/** Compares two numbers in the same way. */
export function compareNumber(what: string, ours: number, golden: number, tolerance: Tolerance): Deviation {
  const excess = excessOf(ours, golden, tolerance);
  return { what, excess, text: `${what}: ${ours}, expected ${golden} (${times(excess)} the tolerance)` };
}

function excessOf(ours: unknown, theirs: unknown, { rtol, atol }: Tolerance): number {
  if (typeof theirs === 'string') return ours === theirs ? 0 : Infinity;
  const [a, b] = [Number(ours), Number(theirs)];
  if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return 0;
  const difference = Math.abs(a - b);
  // Not a number, or infinite, on one side only.
  if (!Number.isFinite(difference)) return Infinity;
  return difference / (atol + rtol * Math.abs(b));
}

function times(excess: number): string {
  return Number.isFinite(excess) ? `${excess.toPrecision(3)} times` : 'infinitely beyond';
}
