import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { LambdaCallback } from './lambda-callback';
import { StopAfter } from './stop-after';
import { smallRun } from './testing/small-run';

beforeAll(async () => {
  await useBackend('wasm', { threads: 1 });
});

describe('StopAfter', () => {
  it('stops after exactly so many steps, counted over epochs', async () => {
    const steps: number[] = [];
    const count = new LambdaCallback({ onTrainBatchEnd: (step) => void steps.push(step) });
    const { history, model } = await smallRun([new StopAfter({ steps: 7 }), count]);
    expect(steps).toEqual([0, 1, 2, 3, 4, 0, 1]);
    expect(history.epoch).toEqual([0, 1]);
    model.dispose();
  });

  it('stops after a time', async () => {
    const began = performance.now();
    const { model } = await smallRun([new StopAfter({ seconds: 0.2 })], { epochs: 1e6 });
    expect(performance.now() - began).toBeGreaterThanOrEqual(200);
    // All epochs would take hours.
    expect(performance.now() - began).toBeLessThan(60_000);
    model.dispose();
  });

  it('goes on counting in a run that is resumed', () => {
    const before = new StopAfter({ steps: 10, seconds: 60 });
    before.setModel({ stopTraining: false } as never);
    before.onTrainBegin();
    for (let step = 0; step < 9; step++) before.onTrainBatchEnd();
    const resumed = new StopAfter({ steps: 10 });
    resumed.setModel({ stopTraining: false } as never);
    resumed.onTrainBegin();
    resumed.setState(before.getState());
    resumed.onTrainBatchEnd();
    expect(resumed.model.stopTraining).toBe(true);
  });

  it('wants a limit that means something', () => {
    expect(() => new StopAfter({})).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: StopAfter: \`seconds\`, \`steps\` or both. Received: {}. Pass for example { seconds: 60 }.]`,
    );
    expect(() => new StopAfter({ steps: 0 })).toThrow(/`steps` must be a whole number from 1/);
    expect(() => new StopAfter({ seconds: -1 })).toThrow(/`seconds` must be a number above 0/);
  });
});
