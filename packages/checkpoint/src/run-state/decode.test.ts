import type { RunState } from '@tenlab/layers';
import { describe, expect, it } from 'vitest';
import { encodeSafetensors } from '../formats/safetensors/encode';
import { decodeRunState } from './decode';
import { encodeRunState } from './encode';

const state: RunState = {
  values: {
    epoch: 2,
    step: 7,
    logs: { loss: 0.1 + 0.2, worst: Number.NaN, most: Number.POSITIVE_INFINITY, least: Number.NEGATIVE_INFINITY },
    stopTraining: false,
    data: { samples: 10, batchSize: 3, steps: null },
    batches: { open: { epoch: 2, taken: 7 }, source: [1, 'a', null] },
    seed: { seed: 2 ** 53 - 1, derived: 4 },
    callbacks: { EarlyStopping: { wait: 3 } },
  },
  arrays: new Map([
    ['weight/1/kernel', { dtype: 'float32', shape: [2, 1], data: Float32Array.of(Number.NaN, -0) }],
    ['random/0/state', { dtype: 'int32', shape: [3], data: Int32Array.of(-1, 2, 3) }],
    ['weight/0/__proto__', { dtype: 'bool', shape: [], data: Uint8Array.of(1) }],
  ]),
};

describe('the state of a run', () => {
  it('comes back bit by bit, arrays in their order', async () => {
    const decoded = await decodeRunState(await encodeRunState(state));
    expect(decoded).toEqual(state);
    expect([...decoded.arrays.keys()]).toEqual([...state.arrays.keys()]);
    expect(Object.is(decoded.arrays.get('weight/1/kernel')?.data[1], -0)).toBe(true);
  });

  it('is refused for any byte that is not as it was written, without a crash', async () => {
    const bytes = await encodeRunState(state);
    for (let at = 0; at < bytes.length; at++) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] as number) ^ 0x04;
      const outcome = await decodeRunState(damaged, 'damaged').catch((error) => error);
      // Spaces that fill up the header mean nothing.
      if (outcome instanceof Error) expect(outcome).toMatchObject({ name: 'TenlabError' });
      else expect(outcome).toEqual(state);
    }
  });

  it('is refused when cut anywhere', async () => {
    const bytes = await encodeRunState(state);
    for (let length = 0; length < bytes.length; length++) {
      await expect(decodeRunState(bytes.subarray(0, length), 'cut')).rejects.toMatchObject({ name: 'TenlabError' });
    }
  });

  it('is not any safetensors file, and not one of a later version', async () => {
    await expect(
      decodeRunState(encodeSafetensors(new Map()), 'other.safetensors'),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: other.safetensors: the state of a run. Received: a safetensors file without it. Name another file.]`,
    );
    const later = new Map([
      ['format', 'tenlab-run'],
      ['format_version', '2'],
    ]);
    await expect(
      decodeRunState(encodeSafetensors(new Map(), later), 'later.safetensors'),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: later.safetensors: version 1 of the state of a run. Received: '2'. Update @tenlab/checkpoint: a later version wrote this file.]`,
    );
  });
});
