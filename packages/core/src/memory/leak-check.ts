import * as tf from '@tensorflow/tfjs-core';
import { inWords, TenlabError } from '../errors/tenlab-error';

/** What {@link leakCheck} returns. */
export type LeakCheck = {
  /** Tensors that live now and did not when the check began; below zero where more were freed than made. */
  count(): number;
  /** @throws TenlabError `tensor-leak` where tensors or their data outlived `place` */
  expectNone(place: string): void;
};

/**
 * Remembers how many tensors live now, to say later whether some were left behind.
 *
 * It counts, on all backends together: variables count as tensors, and a leak is hidden by as many others freed meanwhile.
 * So begin it after the model is built, and end it when the results are freed.
 *
 * @example
 * const check = leakCheck();
 * const left = tf.add(1, 2);
 * check.expectNone('the step');
 * // TenlabError: the step: every tensor made must be freed. Received: 1 tensor more than before (4 bytes). Free them with …
 */
export function leakCheck(): LeakCheck {
  const before = counted();
  const count = () => counted().tensors - before.tensors;
  return {
    count,
    expectNone(place) {
      const now = counted();
      const buffers = now.buffers - before.buffers;
      if (count() <= 0 && buffers <= 0) return;
      const what = count() > 0 ? plural(count(), 'tensor') : `${plural(buffers, 'data buffer')} without a tensor`;
      throw new TenlabError({
        code: 'tensor-leak',
        place,
        expected: 'every tensor made must be freed',
        received: inWords(`${what} more than before (${now.bytes - before.bytes} bytes)`),
        remedy: 'Free them with `tensor.dispose()`, or make them inside `scope(() => …)`.',
      });
    },
  };
}

// The engine's own counters: `tf.memory()` would first start a backend where none is chosen yet.
function counted(): { tensors: number; buffers: number; bytes: number } {
  const { numTensors, numDataBuffers, numBytes } = tf.engine().state;
  return { tensors: numTensors, buffers: numDataBuffers, bytes: numBytes };
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
