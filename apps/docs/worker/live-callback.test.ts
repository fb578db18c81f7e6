import { afterEach, expect, it, vi } from 'vitest';
import { LiveCallback } from './live-callback';
import type { FromWorker } from './protocol';

afterEach(() => vi.restoreAllMocks());

function watched() {
  const told: FromWorker[] = [];
  const look = vi.fn(async () => {});
  const callback = new LiveCallback({ tell: (message) => told.push(message), look });
  callback.setParams({ epochs: 1, steps: 5, verbose: 0 });
  callback.onEpochBegin(0);
  return { callback, told, look };
}

it('tells the first step and not each of those right after it', async () => {
  const { callback, told } = watched();
  vi.spyOn(performance, 'now').mockReturnValue(1000);
  await callback.onTrainBatchEnd(0, { loss: 2 });
  await callback.onTrainBatchEnd(1, { loss: 1 });
  expect(told).toEqual([{ type: 'progress', epoch: 1, step: 1, steps: 5, logs: { loss: 2 } }]);
});

it('looks at the network at the end of each epoch', async () => {
  const { callback, look } = watched();
  await callback.onEpochEnd();
  expect(look).toHaveBeenCalledTimes(1);
});

it('holds training while it is paused', async () => {
  const { callback, told } = watched();
  callback.pause();
  let isOver = false;
  const step = callback.onTrainBatchEnd(2, { loss: 1 }).then(() => {
    isOver = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isOver).toBe(false);
  expect(told.at(-1)).toEqual({ type: 'paused' });
  callback.resume();
  await step;
  await callback.onTrainBatchEnd(3, { loss: 1 });
});
