import { afterEach, describe, expect, test, vi } from 'vitest';
import type { BatchSource, PassPlace } from './data/batches';
import type { StepData } from './data/step-data';
import { EpochSteps } from './epoch-steps';

const source = (count: number, known = true): BatchSource => ({
  steps: known ? count : null,
  samples: null,
  givesFirstBatch: true,
  withFirstBatch() {},
  getState: () => 'source',
  setState(state) {
    expect(state).toBe('source');
  },
  *pass(epoch: number, after?: PassPlace) {
    for (let i = after?.taken ?? 0; i < count; i++) yield `${epoch}.${i}` as unknown as StepData;
  },
});

async function epochs(steps: EpochSteps, count: number): Promise<string[]> {
  const all: string[] = [];
  for (let epoch = 0; epoch < count; epoch++) {
    const batches: unknown[] = [];
    for await (const batch of steps.epoch(epoch)) batches.push(batch);
    all.push(batches.join(' '));
  }
  return all;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('EpochSteps', () => {
  test('without a number of steps, an epoch is one pass', async () => {
    expect(await epochs(new EpochSteps('fit', source(2)), 2)).toEqual(['0.0 0.1', '1.0 1.1']);
  });

  test('with one, an epoch goes on where the last one ended', async () => {
    expect(await epochs(new EpochSteps('fit', source(4), 2), 3)).toEqual(['0.0 0.1', '0.2 0.3', '2.0 2.1']);
  });

  test('says when the data ends within an epoch, and starts it again in the next', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    expect(await epochs(new EpochSteps('fit', source(3, false), 2), 3)).toEqual(['0.0 0.1', '0.2', '2.0 2.1']);
    expect(warn.mock.calls).toMatchInlineSnapshot(`
      [
        [
          "fit: the data ended after 1 of 2 steps. Give a data set that repeats, or ask for fewer steps.",
        ],
      ]
    `);
  });

  test('refuses more steps than data that is known, and data that gives nothing', async () => {
    expect(() => new EpochSteps('fit', source(3), 4)).toThrow(/there must be at least 4 batches. Received: 3/);
    await expect(epochs(new EpochSteps('fit', source(0, false)), 1)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: fit: there must be at least one batch in each epoch. Received: a data set that gave none. A generator can be used up only once: pass the function that makes it, or set \`stepsPerEpoch\`.]`,
    );
    const [once] = [source(2, false).pass(0)];
    const usedUp: BatchSource = { ...source(2, false), pass: () => once };
    await expect(epochs(new EpochSteps('fit', usedUp), 2)).rejects.toThrow(/pass the function that makes it/);
  });

  test('goes on in the middle of a pass, and of an epoch', async () => {
    const whole = new EpochSteps('fit', source(5), 3);
    const taken = whole.epoch(0);
    for (let i = 0; i < 2; i++) await taken.next();
    const state = JSON.parse(JSON.stringify(whole.getState()));
    expect(state).toEqual({ open: { epoch: 0, taken: 2 }, source: 'source' });
    const resumed = new EpochSteps('fit', source(5), 3);
    resumed.setState(state);
    const rest: unknown[] = [];
    for await (const batch of resumed.epoch(0, 2)) rest.push(batch);
    for await (const batch of resumed.epoch(1)) rest.push(batch);
    expect(rest).toEqual(['0.2', '0.3', '0.4']);
  });

  test('lets what it iterates clean up', async () => {
    let closed = false;
    const steps = new EpochSteps(
      'fit',
      {
        ...source(1, false),
        *pass() {
          try {
            while (true) yield 0 as never;
          } finally {
            closed = true;
          }
        },
      },
      1,
    );
    await epochs(steps, 1);
    expect(closed).toBe(false);
    await steps.close();
    expect(closed).toBe(true);
  });
});
