import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Callback } from './callback';
import { CallbackList } from './callback-list';
import type { StepData } from './data/step-data';
import { LatestLogs, runSteps } from './run-steps';

beforeAll(async () => {
  await useBackend('cpu');
});

const list = (callback: Callback) => new CallbackList([callback], {} as never, { epochs: 1, steps: null, verbose: 0 });

async function* batches(count: number): AsyncGenerator<StepData> {
  for (let i = 0; i < count; i++) yield { x: tf.scalar(i), y: null, sampleWeight: null };
}

class See extends Callback {
  readonly seen: string[] = [];
  override onTrainBatchBegin(step: number) {
    this.seen.push(`begin ${step}`);
  }
  override onTrainBatchEnd(step: number) {
    this.seen.push(`end ${step}`);
  }
}

const run = (see: Callback, count: number, options: object = {}) =>
  runSteps({
    batches: batches(count),
    step: ({ x }: StepData) => tf.tidy(() => tf.mul(x as tf.Tensor, 2)),
    callbacks: list(see),
    begin: 'onTrainBatchBegin' as const,
    end: 'onTrainBatchEnd' as const,
    stepsPerExecution: 1,
    after: (result: tf.Tensor) => {
      result.dispose();
      return {};
    },
    stop: () => false,
    ...options,
  });

describe('runSteps', () => {
  test('calls callbacks around each step, or each few', async () => {
    const [each, few] = [new See(), new See()];
    expect(await run(each, 2)).toBe(2);
    expect(each.seen).toEqual(['begin 0', 'end 0', 'begin 1', 'end 1']);
    await run(few, 3, { stepsPerExecution: 2 });
    expect(few.seen).toEqual(['begin 0', 'end 1', 'begin 2', 'end 3']);
  });

  test('frees each batch, also when a step or a callback throws', async () => {
    const before = tf.memory().numTensors;
    await run(new See(), 3);
    const fail = () => {
      throw new Error('no');
    };
    await expect(run(new See(), 3, { step: fail })).rejects.toThrow('no');
    await expect(run(new See(), 3, { before: fail })).rejects.toThrow('no');
    expect(tf.memory().numTensors).toBe(before);
  });

  test('ends when told to', async () => {
    expect(await run(new See(), 9, { stop: () => true })).toBe(1);
  });
});

test('LatestLogs holds the logs of one step and frees those before', () => {
  const before = tf.memory().numTensors;
  const latest = new LatestLogs();
  expect(latest.read()).toEqual({});
  latest.take({ loss: tf.scalar(1) });
  expect(latest.take({ loss: tf.scalar(2) }).loss).toBe(2);
  expect(latest.read()).toEqual({ loss: 2 });
  latest.close();
  expect(tf.memory().numTensors).toBe(before);
});
