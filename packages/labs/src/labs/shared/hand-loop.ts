import type { Callback, Logs, Model } from '@tenlab/layers';

export interface HandLoopOptions {
  callbacks: readonly Callback[];
  /** What is trained, where it is a model: callbacks may ask for it, and stop it. */
  model?: Model;
  epochs: number;
  /** Steps in an epoch. */
  steps: number;
  /** One step, counted from 0. */
  step(step: number, epoch: number): void;
  /** Reads what the epoch came to. */
  endEpoch(epoch: number): Promise<Logs>;
}

/**
 * Goes through a training loop written by hand and tells callbacks of it as `fit` does, so that progress, events and Ctrl-C
 * work there as well. Returns what each metric did over the epochs.
 */
export async function handLoop({
  callbacks,
  // What a callback sets to stop is a model's own; a loop without a model stops by it as well.
  model = { stopTraining: false } as unknown as Model,
  epochs,
  steps,
  step,
  endEpoch,
}: HandLoopOptions): Promise<Record<string, number[]>> {
  const history: Record<string, number[]> = {};
  const each = async (tell: (callback: Callback) => void | Promise<void>) => {
    for (const callback of callbacks) await tell(callback);
  };
  model.stopTraining = false;
  await each((callback) => callback.setModel(model));
  await each((callback) => callback.setParams({ epochs, steps, verbose: 0 }));
  await each((callback) => callback.onTrainBegin());
  for (let epoch = 0; epoch < epochs && !model.stopTraining; epoch++) {
    await each((callback) => callback.onEpochBegin(epoch));
    for (let at = 0; at < steps && !model.stopTraining; at++) {
      step(at, epoch);
      await each((callback) => callback.onTrainBatchEnd(at, {}));
    }
    const logs = await endEpoch(epoch);
    for (const [name, value] of Object.entries(logs)) {
      history[name] ??= [];
      history[name].push(value as number);
    }
    await each((callback) => callback.onEpochEnd(epoch, logs));
  }
  await each((callback) => callback.onTrainEnd());
  return history;
}
