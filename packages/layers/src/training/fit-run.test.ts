import { setSeed, useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { BatchNormalization, Dense, Dropout, LSTM, Reshape, type RunState, Sequential } from '../index';
import { Callback } from './callback';
import type { BatchInput, BatchIterable } from './data/iterable-batches';
import type { FitOptions } from './fit-options';
import type { Logs } from './logs';
import type { CallbackState, Json } from './resume/run-state';

beforeAll(async () => {
  await useBackend('wasm', { threads: 2 });
});

const samples = 42;
const x = { data: Float32Array.from({ length: samples * 6 }, (_, i) => Math.sin(i * 1.7)), shape: [samples, 6] };
const y = Float32Array.from({ length: samples }, (_, i) => Math.cos(i));

function makeModel(options: { runEagerly?: boolean; stateful?: boolean } = {}): Sequential {
  setSeed(11);
  const model = new Sequential([
    new Dense({ units: 8, activation: 'tanh', inputShape: [6] }),
    new BatchNormalization(),
    new Dropout({ rate: 0.4 }),
    ...(options.stateful ? [new Reshape({ targetShape: [2, 4] }), new LSTM({ units: 3, stateful: true })] : []),
    new Dense({ units: 1 }),
  ]);
  model.compile({ optimizer: 'adam', loss: 'mse', metrics: ['mae'], runEagerly: options.runEagerly ?? false });
  return model;
}

/** Remembers what it has seen, to tell whether a resumed run saw the same. */
class Diary extends Callback {
  override readonly everyBatch: boolean = false;
  readonly entries: [number, Logs][] = [];
  override onEpochEnd(epoch: number, logs: Logs) {
    this.entries.push([epoch, { ...logs }]);
  }
  override getState(): CallbackState {
    return { values: { entries: this.entries as unknown as Json } };
  }
  override setState({ values }: CallbackState) {
    this.entries.push(...(values.entries as unknown as [number, Logs][]));
  }
}

/** Stops a run as a kill would: after so many steps (counting all epochs) the state is kept and the run thrown away. */
class KeepAndDie extends Callback {
  override readonly callLast: boolean = true;
  state: RunState | null = null;
  readonly #after: number | 'epoch';
  #steps = 0;
  constructor(after: number | 'epoch') {
    super();
    this.#after = after;
  }
  override async onTrainBatchEnd() {
    this.#steps++;
    if (this.#steps === this.#after) await this.#die();
  }
  override async onEpochEnd(epoch: number) {
    if (this.#after === 'epoch' && epoch === 1) await this.#die();
  }
  async #die() {
    this.state = (await this.model.run?.getState()) ?? null;
    throw new Error('killed');
  }
}

class GoOn extends Callback {
  override readonly callLast: boolean = true;
  override readonly everyBatch: boolean = false;
  readonly #state: RunState;
  constructor(state: RunState) {
    super();
    // As if it had been through a file.
    this.#state = structuredClone(state);
  }
  override async onTrainBegin() {
    await this.model.run?.setState(this.#state);
  }
}

interface Trial {
  data?: () => BatchIterable;
  fit?: FitOptions;
  model?: Parameters<typeof makeModel>[0];
}

async function train({ data, fit = {}, model: options }: Trial, ...callbacks: Callback[]) {
  const model = makeModel(options);
  const diary = new Diary();
  const settings = { epochs: 3, verbose: 0, ...fit, callbacks: [...callbacks, diary] } as const;
  try {
    const { history, epoch } = data
      ? await model.fit(data(), null, settings)
      : await model.fit(x, y, { batchSize: 8, ...settings });
    const weights = model.weights.map((weight) => [...weight.read().dataSync()]);
    return { history, epoch, weights, entries: diary.entries };
  } finally {
    expect(model.run).toBeNull();
    model.dispose();
  }
}

async function killedAndResumed(trial: Trial, after: number | 'epoch') {
  const death = new KeepAndDie(after);
  await expect(train(trial, death)).rejects.toThrow('killed');
  // Seeds that others took in between must not matter.
  setSeed(99);
  return train(trial, new GoOn(death.state as RunState));
}

const batchesOf = function* (): Generator<BatchInput> {
  for (let at = 0; at < samples; at += 8) {
    const end = Math.min(samples, at + 8);
    yield [
      { data: x.data.subarray(at * 6, end * 6), shape: [end - at, 6] },
      { data: y.subarray(at, end), shape: [end - at, 1] },
    ];
  }
};

/** Batches in an order of their own that tell where they are. */
class Resumable implements AsyncIterable<BatchInput> {
  begun = 0;
  [Symbol.asyncIterator]() {
    return this.iterateFrom(0);
  }
  iterateFrom(state: Json) {
    this.begun++;
    const all = [...batchesOf()];
    let at = state as number;
    return {
      getState: () => at,
      next: async (): Promise<IteratorResult<BatchInput>> =>
        at < all.length ? { done: false, value: all[at++] as BatchInput } : { done: true, value: undefined },
    };
  }
}

describe('a run that is killed and resumed ends with the bits, history and callbacks of one that was not', () => {
  test.each([1, 3, 6, 8, 17, 18, 'epoch' as const])('after step %s of 18', async (after) => {
    expect(await killedAndResumed({}, after)).toEqual(await train({}));
  });

  test.each<[string, Trial]>([
    ['without compiled steps', { model: { runEagerly: true } }],
    ['with validation', { fit: { validationSplit: 0.25 } }],
    ['with batches in a random order', { fit: { shuffle: 'batch' } }],
    ['with epochs of fewer steps than the data has', { fit: { stepsPerEpoch: 4 } }],
    ['with several steps between callbacks', { fit: { batchSize: 5, shuffle: false } }],
    ['with a recurrent layer that keeps its state', { fit: { batchSize: 7 }, model: { stateful: true } }],
    ['with a function that makes a generator', { data: () => batchesOf }],
    ['with a data set that keeps its place', { data: () => new Resumable() }],
    ['with a generator and a number of steps', { data: () => batchesOf, fit: { stepsPerEpoch: 4 } }],
  ])('%s', async (_name, trial) => {
    const expected = await train(trial);
    for (const after of [2, 5, 9]) expect(await killedAndResumed(trial, after)).toEqual(expected);
  });

  test('also when a callback has stopped it', async () => {
    class Stop extends Callback {
      override onTrainBatchEnd(step: number) {
        if (step === 2) this.model.stopTraining = true;
      }
    }
    const expected = await train({ fit: { validationSplit: 0.25 } }, new Stop());
    const death = new KeepAndDie(3);
    await expect(train({ fit: { validationSplit: 0.25 } }, new Stop(), death)).rejects.toThrow('killed');
    expect(death.state?.values).toMatchObject({ stopTraining: true, epoch: 0, step: 3 });
    expect(await train({ fit: { validationSplit: 0.25 } }, new GoOn(death.state as RunState))).toEqual(expected);
  });
});

describe('a state', () => {
  async function stateOf(trial: Trial, after: number | 'epoch'): Promise<RunState> {
    const death = new KeepAndDie(after);
    await expect(train(trial, death)).rejects.toThrow('killed');
    return death.state as RunState;
  }

  test('begins a data set that keeps its place where it was, without taking the batches before', async () => {
    const state = await stateOf({ data: () => new Resumable() }, 3);
    expect(state.values.batches).toEqual({ open: { epoch: 0, taken: 3 }, source: 3 });
  });

  test('of another model is refused, and names what differs', async () => {
    const state = await stateOf({}, 3);
    const model = makeModel({ stateful: true });
    await expect(
      model.fit(x, y, { batchSize: 8, verbose: 0, callbacks: [new GoOn(state)] }),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Sequential 'sequential_89', fit: the state must be of the same model, optimizer and metrics. Received: a state in which weight/6/kernel is float32 [8,1] and not float32 [4,12], weight/7/recurrent_kernel is missing, weight/8/bias is missing, weight/9/kernel is missing and 14 more. Build and compile the model as in the run that is resumed, or start anew without the state.]`,
    );
    model.dispose();
  });

  test('of other data is refused', async () => {
    const state = await stateOf({}, 3);
    await expect(train({ fit: { batchSize: 9 } }, new GoOn(state))).rejects.toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Sequential 'sequential_91', fit: the data must be those of the run that is resumed, with \`batchSize\` 8. Received: 9. Give the same data and batch size, or start anew without the state.]`,
    );
  });

  test('tells of callbacks that are gone, and lets new ones begin', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const state = await stateOf({}, 'epoch');
    const model = makeModel();
    await model.fit(x, y, { epochs: 3, batchSize: 8, verbose: 0, callbacks: [new GoOn(state)] });
    expect(warn.mock.calls).toMatchInlineSnapshot(`
      [
        [
          "Sequential 'sequential_93', fit: the resumed run had callbacks that are missing now: Diary. What they kept is dropped.",
        ],
      ]
    `);
    warn.mockRestore();
    model.dispose();
  });

  test('cannot be used with a generator, whose first batch would be lost', async () => {
    const state = await stateOf({ data: () => batchesOf }, 3);
    const generator = batchesOf();
    await expect(train({ data: () => generator }, new GoOn(state))).rejects.toThrow(/a generator. Pass the function/);
  });

  test('leaves no tensor behind', async () => {
    const state = await stateOf({}, 3);
    const before = tf.memory().numTensors;
    await train({}, new GoOn(state));
    expect(tf.memory().numTensors).toBe(before);
  });
});
