import * as tf from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EarlyStopping, type EarlyStoppingOptions } from './early-stopping';
import golden from './golden/early-stopping.json';
import { FakeModel } from './testing/fake-model';

afterEach(() => vi.restoreAllMocks());

async function run(options: EarlyStoppingOptions, values: readonly number[]) {
  const callback = new EarlyStopping({ verbose: 1, ...options });
  const model = new FakeModel().attach(callback, { validation: true });
  const printed: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => printed.push(String(text).trimEnd()) > 0);
  callback.onTrainBegin();
  for (const [epoch, value] of values.entries()) {
    model.setWeight(epoch);
    await callback.onEpochEnd(epoch, { [options.monitor ?? 'val_loss']: value });
    if (model.stopTraining) break;
  }
  callback.onTrainEnd();
  const { weight, stopTraining } = model;
  model.dispose();
  return { callback, weight, stopTraining, printed };
}

describe('EarlyStopping', () => {
  // Golden numbers by Keras itself: golden/make_golden.py.
  it.each(golden.cases)('does what Keras does with $options on $values', async (seen) => {
    const { monitor, mode, patience, min_delta, baseline, restore_best_weights, start_from_epoch } =
      seen.options as Record<string, never>;
    const options = {
      monitor,
      mode,
      patience,
      minDelta: min_delta,
      baseline,
      restoreBestWeights: restore_best_weights,
      startFromEpoch: start_from_epoch,
    };
    const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
    const { callback, weight, stopTraining, printed } = await run(given, seen.values);
    expect({
      stopped: stopTraining,
      stopped_epoch: callback.stoppedEpoch,
      best_epoch: callback.bestEpoch,
      best: callback.best,
      weights_from_epoch: weight,
      printed,
    }).toEqual({
      stopped: seen.stopped,
      stopped_epoch: seen.stopped_epoch,
      best_epoch: seen.best_epoch,
      best: seen.best,
      weights_from_epoch: seen.weights_from_epoch,
      printed: seen.printed,
    });
  });

  it('can be used again', async () => {
    const callback = new EarlyStopping({ patience: 1 });
    for (let turn = 0; turn < 2; turn++) {
      const model = new FakeModel().attach(callback);
      callback.onTrainBegin();
      for (const [epoch, value] of [1, 0.5].entries()) await callback.onEpochEnd(epoch, { val_loss: value });
      expect(model.stopTraining).toBe(false);
      expect(callback.best).toBe(0.5);
      await callback.onEpochEnd(2, { val_loss: 0.6 });
      expect(model.stopTraining).toBe(true);
      callback.onTrainEnd();
      model.dispose();
    }
  });

  it('takes NaN for no improvement, and any number for one over NaN', async () => {
    const { callback, weight } = await run({ patience: 5, restoreBestWeights: true, verbose: 0 }, [
      Number.NaN,
      3,
      Number.NaN,
    ]);
    expect([callback.best, callback.bestEpoch, weight]).toEqual([3, 1, 1]);
    expect((await run({ patience: 1, verbose: 0 }, [Number.NaN, Number.NaN])).stopTraining).toBe(true);
  });

  it('leaves no tensor behind', async () => {
    const before = tf.memory().numTensors;
    await run({ patience: 5, restoreBestWeights: true }, [3, 2, 1, 2]);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('waits for the next validation where an epoch has none', async () => {
    const callback = new EarlyStopping();
    const model = new FakeModel().attach(callback, { validation: true });
    callback.onTrainBegin();
    await callback.onEpochEnd(0, { loss: 1 });
    await callback.onEpochEnd(1, { loss: 1, val_loss: 1 });
    expect([callback.best, model.stopTraining]).toEqual([1, false]);
    model.dispose();
  });

  it('says what there is when the metric cannot come', async () => {
    const callback = new EarlyStopping({ monitor: 'val_acuracy', mode: 'max' });
    const model = new FakeModel().attach(callback, { validation: true });
    callback.onTrainBegin();
    await expect(callback.onEpochEnd(0, { accuracy: 1, loss: 1 })).rejects.toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: EarlyStopping: a metric named \`val_acuracy\` in the logs. Received: ['accuracy', 'loss']. Watch one of these, or add the metric in compile({ metrics }).]`,
    );
    new FakeModel().attach(callback, { validation: false }).dispose();
    const plain = new EarlyStopping();
    model.attach(plain, { validation: false });
    plain.onTrainBegin();
    await expect(plain.onEpochEnd(0, { loss: 1 })).rejects.toThrow(
      'Pass `validationData` or `validationSplit` to fit, or watch `loss`.',
    );
    model.dispose();
  });

  it('asks for the direction of a metric it does not know', async () => {
    const callback = new EarlyStopping({ monitor: 'sharpness' });
    const model = new FakeModel().attach(callback);
    callback.onTrainBegin();
    await callback.onEpochEnd(0, { sharpness: 1 });
    await expect(callback.onEpochEnd(1, { sharpness: 2 })).rejects.toThrow("Pass `mode: 'max'` where more is better");
    model.dispose();
  });

  it.each<[object, string]>([
    [{ patience: -1 }, '`patience` must be a number of epochs'],
    [{ startFromEpoch: 1.5 }, '`startFromEpoch` must be a number of epochs'],
    [{ minDelta: Number.NaN }, '`minDelta` must be a number'],
    [{ mode: 'least' }, "`mode` must be one of 'auto', 'min', 'max'"],
    [{ restoreBestWeight: true }, 'Did you mean `restoreBestWeights`?'],
  ])('refuses %j', (options, message) => {
    expect(() => new EarlyStopping(options)).toThrow(message);
  });
});
