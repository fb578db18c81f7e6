import { afterEach, describe, expect, it, vi } from 'vitest';
import { StopWhen, type StopWhenOptions } from './stop-when';
import { FakeModel } from './testing/fake-model';

afterEach(() => vi.restoreAllMocks());

function run(options: StopWhenOptions, values: readonly number[]) {
  const callback = new StopWhen(options);
  const model = new FakeModel().attach(callback);
  callback.onTrainBegin();
  for (const [epoch, value] of values.entries()) {
    if (!model.stopTraining) callback.onEpochEnd(epoch, { [options.metric]: value });
  }
  model.dispose();
  return { stoppedEpoch: callback.stoppedEpoch, stopTraining: model.stopTraining };
}

describe('StopWhen', () => {
  it.each<[StopWhenOptions, number | undefined]>([
    [{ metric: 'accuracy', above: 0.9 }, 2],
    [{ metric: 'accuracy', above: 0.95 }, undefined],
    [{ metric: 'loss', below: 0.9 }, 0],
  ])('with %j stops after epoch %s', (options, stoppedEpoch) => {
    expect(run(options, [0.5, 0.9, 0.91, 0.95])).toEqual({ stoppedEpoch, stopTraining: stoppedEpoch !== undefined });
  });

  it('does not take NaN for good', () => {
    expect(run({ metric: 'loss', below: 1 }, [Number.NaN]).stopTraining).toBe(false);
  });

  it('says so when asked', () => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    run({ metric: 'accuracy', above: 0.9, verbose: 1 }, [0.8, 0.9234]);
    expect(write).toHaveBeenCalledExactlyOnceWith('Epoch 2: accuracy is 0.9234, above 0.9: stopping\n');
  });

  it('says what there is when the metric is missing', () => {
    const callback = new StopWhen({ metric: 'acc', above: 0.9 });
    new FakeModel().attach(callback).dispose();
    expect(() => callback.onEpochEnd(0, { accuracy: 0.5, loss: 1 })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: StopWhen: a metric named \`acc\` in the logs. Received: ['accuracy', 'loss']. Watch one of these, or add the metric in compile({ metrics }).]`,
    );
  });

  it.each<[object]>([
    [{ metric: 'a' }],
    [{ metric: 'a', above: 1, below: 2 }],
    [{ above: 1 }],
    [{ metric: 'a', above: Number.NaN }],
  ])('refuses %j', (options) => {
    expect(() => new StopWhen(options as StopWhenOptions)).toThrow('a `metric` by name, and one number');
  });
});
