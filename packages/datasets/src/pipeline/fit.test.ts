import { setSeed, useBackend } from '@tenlab/core';
import { Callback, Dense, type RunState, Sequential } from '@tenlab/layers';
import { expectNoLeak } from '@tenlab/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { iris } from '../iris';
import { Dataset } from './dataset';

beforeAll(async () => {
  await useBackend('cpu');
});

async function flowers() {
  const { x, y } = await iris({ offline: true });
  return Dataset.fromArrays(x, y).shuffle(150, { seed: 1 }).batch(32).prefetch(2);
}

function network(): Sequential {
  setSeed(1);
  const model = new Sequential([
    new Dense({ units: 10, activation: 'relu', inputShape: [4] }),
    new Dense({ units: 3, activation: 'softmax' }),
  ]);
  model.compile({ optimizer: 'adam', loss: 'sparse_categorical_crossentropy', metrics: ['accuracy'] });
  return model;
}

/** Keeps the state of the run at some place, and ends the run. */
class KeepAndStop extends Callback {
  override readonly callLast: boolean = true;
  state: RunState | undefined;
  readonly #epoch: number;
  readonly #batch: number | null;
  #current = 0;

  constructor(epoch: number, batch: number | null) {
    super();
    this.#epoch = epoch;
    this.#batch = batch;
  }

  override onEpochBegin(epoch: number) {
    this.#current = epoch;
  }

  override async onTrainBatchEnd(batch: number) {
    if (this.#current === this.#epoch && batch === this.#batch) await this.#stop();
  }

  override async onEpochEnd(epoch: number) {
    if (epoch === this.#epoch && this.#batch === null) await this.#stop();
  }

  async #stop() {
    this.state = await this.model.run!.getState();
    this.model.stopTraining = true;
  }
}

class GoOn extends Callback {
  readonly #state: RunState;

  constructor(state: RunState) {
    super();
    this.#state = state;
  }

  override async onTrainBegin() {
    await this.model.run!.setState(this.#state);
  }
}

const weightsOf = (model: Sequential) => model.getWeights().map((weight) => [...weight.dataSync()]);

describe('model.fit on a data set', () => {
  it('trains on it, knows its steps, and leaves no tensor behind', async () => {
    const data = await flowers();
    const model = network();
    await model.fit(data, null, { epochs: 1, verbose: 0 });
    await expectNoLeak(async () => {
      const { history, params } = await model.fit(data, null, { epochs: 2, verbose: 0 });
      expect(history.loss).toHaveLength(2);
      expect(params.steps).toBe(5);
      return [];
    });
  });

  it.each([
    ['in the middle of an epoch', { epoch: 1, batch: 2 }],
    ['between two epochs', { epoch: 1, batch: null }],
    ['before its first epoch is done', { epoch: 0, batch: 0 }],
  ])('goes on %s, in another process, as if it had never stopped', async (_, { epoch, batch }) => {
    const whole = network();
    await whole.fit(await flowers(), null, { epochs: 4, verbose: 0 });

    const keep = new KeepAndStop(epoch, batch);
    await network().fit(await flowers(), null, { epochs: 4, verbose: 0, callbacks: [keep] });

    const resumed = network();
    await resumed.fit(await flowers(), null, { epochs: 4, verbose: 0, callbacks: [new GoOn(keep.state!)] });
    expect(weightsOf(resumed)).toEqual(weightsOf(whole));
  });
});
