import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { LearningRateScheduler } from './learning-rate-scheduler';
import { smallRun } from './testing/small-run';

beforeAll(async () => {
  await useBackend('wasm', { threads: 1 });
});

describe('LearningRateScheduler', () => {
  it('sets the rate before each epoch, from the one before, and logs it', async () => {
    const printed = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const schedule = vi.fn((epoch: number, rate: number) => (epoch === 0 ? 0.5 : rate / 2));
    const { history, model } = await smallRun([new LearningRateScheduler({ schedule, verbose: 1 })]);
    expect(history.history.learning_rate).toEqual([0.5, 0.25, 0.125]);
    expect(schedule.mock.calls.map(([epoch]) => epoch)).toEqual([0, 1, 2]);
    expect(printed.mock.calls.join('')).toMatch(/Epoch 2: the learning rate is 0.2500/);
    printed.mockRestore();
    model.dispose();
  });

  it('refuses what is no function, and what the function gives where that is no rate', async () => {
    expect(() => new LearningRateScheduler({ schedule: 0.1 as never })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: LearningRateScheduler: \`schedule\` must be a function of the epoch and the rate before. Received: 0.1. Pass for example (epoch, rate) => rate * 0.9.]`,
    );
    for (const rate of [Number.NaN, -1, '0.1']) {
      const schedule = () => rate as number;
      await expect(smallRun([new LearningRateScheduler({ schedule })])).rejects.toThrow(/must give a number from 0/);
    }
  });
});
