import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { LambdaCallback } from './lambda-callback';
import { TerminateOnNaN } from './terminate-on-nan';
import { smallData, smallModel } from './testing/small-run';

beforeAll(async () => {
  await useBackend('wasm', { threads: 1 });
});

afterEach(() => vi.restoreAllMocks());

/** Spoils one weight before a step. */
async function trainWith(guard: TerminateOnNaN, spoilAt: number, value: number) {
  const model = smallModel();
  const spoil = new LambdaCallback({
    onTrainBatchBegin: (step) => {
      const kernel = model.weights[2]!;
      if (step === spoilAt) tf.tidy(() => kernel.assign(tf.fill(kernel.shape, value)));
    },
  });
  const { x, y } = smallData;
  const { epoch } = await model.fit(x, y, { batchSize: 4, epochs: 3, verbose: 0, callbacks: [spoil, guard] });
  model.dispose();
  return epoch;
}

describe('TerminateOnNaN', () => {
  it('stops at the step, and names it and the layers that are lost', async () => {
    const printed = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const guard = new TerminateOnNaN();
    expect(await trainWith(guard, 3, Number.NaN)).toEqual([0]);
    expect(guard.report).toMatchObject({ epoch: 0, step: 3, loss: Number.NaN });
    expect(guard.report?.layers).toEqual([expect.stringMatching(/hidden$/), expect.stringMatching(/out$/)]);
    expect(printed.mock.calls.join('')).toMatch(
      /the loss is NaN in epoch 1, step 4, training stops. Weights that are no/,
    );
  });

  it('knows an infinite loss too', async () => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const guard = new TerminateOnNaN();
    await trainWith(guard, 1, 1e30);
    expect(guard.report).toMatchObject({ step: 1, loss: Number.POSITIVE_INFINITY });
  });

  it('ends with an error when asked to', async () => {
    await expect(trainWith(new TerminateOnNaN({ raiseError: true }), 2, Number.NaN)).rejects.toThrow(
      /the loss must stay a number. Received: NaN in epoch 1, step 3/,
    );
  });

  it('does nothing while all is well, in each of its runs', async () => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const guard = new TerminateOnNaN();
    await trainWith(guard, 0, Number.NaN);
    expect(await trainWith(guard, -1, 0)).toEqual([0, 1, 2]);
    expect(guard.report).toBeUndefined();
  });
});
