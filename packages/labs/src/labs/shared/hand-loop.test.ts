import { Callback, type Logs, type Model } from '@tenlab/layers';
import { expect, it } from 'vitest';
import { handLoop } from './hand-loop';

class Told extends Callback {
  readonly said: string[] = [];
  override onTrainBegin(): void {
    this.said.push(`begin ${this.params.epochs} x ${this.params.steps}`);
  }
  override onTrainBatchEnd(step: number): void {
    this.said.push(`step ${step}`);
  }
  override onEpochEnd(epoch: number, logs: Logs): void {
    this.said.push(`epoch ${epoch}: ${logs.loss}`);
  }
  override onTrainEnd(): void {
    this.said.push('end');
  }
}

it('takes each step, tells callbacks in the order of fit, and keeps what came of the epochs', async () => {
  const told = new Told();
  const taken: number[][] = [];
  const history = await handLoop({
    callbacks: [told],
    epochs: 2,
    steps: 2,
    step: (...at) => taken.push(at),
    endEpoch: async (epoch) => ({ loss: 1 / (epoch + 1) }),
  });
  expect(taken).toEqual([
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ]);
  expect(told.said).toEqual([
    'begin 2 x 2',
    'step 0',
    'step 1',
    'epoch 0: 1',
    'step 0',
    'step 1',
    'epoch 1: 0.5',
    'end',
  ]);
  expect(history).toEqual({ loss: [1, 0.5] });
});

it('ends where a callback throws', async () => {
  class Stops extends Callback {
    override onTrainBatchEnd(): void {
      throw new Error('enough');
    }
  }
  const loop = handLoop({ callbacks: [new Stops()], epochs: 1, steps: 1, step: () => {}, endEpoch: async () => ({}) });
  await expect(loop).rejects.toThrow('enough');
});

it('ends after a step in which a callback stops the training, with or without a model', async () => {
  class Stops extends Callback {
    override readonly everyBatch = false;
    override onTrainBatchEnd(step: number): void {
      if (step === 1) this.model.stopTraining = true;
    }
  }
  let taken = 0;
  const loop = {
    callbacks: [new Stops()],
    epochs: 3,
    steps: 5,
    step: () => taken++,
    endEpoch: async () => ({ loss: 1 }),
  };
  expect(await handLoop(loop)).toEqual({ loss: [1] });
  const model = { stopTraining: true } as Model;
  expect(await handLoop({ ...loop, model })).toEqual({ loss: [1] });
  expect(taken).toBe(4);
});
