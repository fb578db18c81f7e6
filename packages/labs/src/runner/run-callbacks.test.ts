import type { Model } from '@tenlab/layers';
import { expect, it, vi } from 'vitest';
import type { LabEvent } from './events';
import { RunCallback, type RunCallbackOptions, turnOfTheLoop } from './run-callbacks';

const watched = (signal?: AbortSignal) => {
  const events: LabEvent[] = [];
  const callback = new RunCallback({ emit: (event) => void events.push(event), signal });
  return { events, callback };
};

it('tells an epoch with its steps, its time per step and its metrics, counted from 1', async () => {
  const { events, callback } = watched();
  vi.spyOn(performance, 'now')
    .mockReturnValueOnce(1000)
    .mockReturnValueOnce(1004)
    .mockReturnValueOnce(1004)
    .mockReturnValue(1020);
  callback.onEpochBegin(0);
  await callback.onTrainBatchEnd(0);
  await callback.onTrainBatchEnd(1);
  vi.restoreAllMocks();
  await callback.onEpochEnd(0, { accuracy: 0.9, loss: 0.5, val_loss: 0.4 });
  expect(events.at(-1)).toEqual({
    event: 'epoch',
    epoch: 1,
    steps: 2,
    ms_per_step: 10,
    loss: 0.5,
    accuracy: 0.9,
    val_loss: 0.4,
  });
  expect(Object.keys(events.at(-1)!).slice(0, 5)).toEqual(['event', 'epoch', 'steps', 'ms_per_step', 'loss']);
  expect(callback.epochs).toEqual([events.at(-1)]);
});

it('stops at the next step once it is asked to, and knows where it was', async () => {
  const controller = new AbortController();
  const { callback } = watched(controller.signal);
  expect(callback.place).toBeUndefined();
  callback.onEpochBegin(1);
  await callback.onTrainBatchEnd(6);
  controller.abort(new Error('enough'));
  await expect(callback.onTrainBatchEnd(7)).rejects.toThrow('enough');
  await expect(callback.onTestBatchEnd()).rejects.toThrow('enough');
  await expect(callback.onPredictBatchEnd()).rejects.toThrow('enough');
  expect(callback.place).toBe('epoch 2, step 8');
});

it('lets timers and signals have their turn while training goes on without a pause', async () => {
  const { callback } = watched();
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  const giveUp = performance.now() + 60_000;
  for (let step = 0; turns < 2 && performance.now() < giveUp; step++) await callback.onTrainBatchEnd(step);
  clearInterval(timer);
  expect(turns).toBe(2);
});

it('refuses to go on with a loss that is no number', async () => {
  const { callback } = watched();
  callback.onEpochBegin(0);
  await expect(callback.onEpochEnd(0, { loss: Number.POSITIVE_INFINITY })).rejects.toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: Training: a loss that is a number. Received: Infinity after epoch 1. Look for NaN in the data and for inputs that were not scaled, or lower the learning rate.]`,
  );
});

it('waits for a turn of the loop also where there is no setImmediate', async () => {
  vi.stubGlobal('setImmediate', undefined);
  await expect(turnOfTheLoop()).resolves.toBeUndefined();
  vi.unstubAllGlobals();
});

const withModel = (options: Partial<RunCallbackOptions>) => {
  const callback = new RunCallback({ emit: () => {}, ...options });
  const model = { stopTraining: false } as Model;
  callback.setModel(model);
  callback.setParams({ epochs: 2, steps: 2, verbose: 0 });
  callback.onTrainBegin();
  callback.onEpochBegin(0);
  return { callback, model };
};

it('has training stopped when its time is up, and knows where that was', async () => {
  const late = withModel({ deadline: performance.now() + 60_000 });
  await late.callback.onTrainBatchEnd(0);
  expect([late.model.stopTraining, late.callback.timeUp]).toEqual([false, undefined]);
  const { callback, model } = withModel({ deadline: performance.now() });
  await callback.onTrainBatchEnd(0);
  await callback.onTrainBatchEnd(1);
  expect([model.stopTraining, callback.timeUp]).toEqual([true, 'epoch 1, step 1']);
});

it('names the model where there are several', async () => {
  const { callback } = withModel({ nameOf: () => 'big' });
  await callback.onEpochEnd(0, { loss: 1 });
  expect(Object.keys(callback.epochs[0]!).slice(0, 3)).toEqual(['event', 'epoch', 'model']);
  expect(callback.epochs[0]?.model).toBe('big');
});

it('takes up the epochs of the run that it goes on with', async () => {
  const { callback } = withModel({});
  await callback.onEpochEnd(0, { loss: 1 });
  const restored = vi.fn();
  const again = withModel({ restored });
  again.callback.setState(callback.getState());
  expect(again.callback.epochs).toEqual(callback.epochs);
  expect(restored).toHaveBeenCalledWith(callback.epochs);
});
