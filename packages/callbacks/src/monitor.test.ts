import { describe, expect, it } from 'vitest';
import { MonitorCallback, type MonitorOptions } from './monitor';
import { FakeModel } from './testing/fake-model';

// The fake model has weights, which need a backend.
class Watcher extends MonitorCallback {
  constructor(options: MonitorOptions) {
    super('Watcher', options);
  }

  isBetter(value: number, reference: number | undefined): boolean {
    return this.isImprovement(value, reference);
  }

  override monitorValue(logs: Record<string, number>): number | undefined {
    return super.monitorValue(logs);
  }
}

function watcher(options: MonitorOptions): Watcher {
  const callback = new Watcher(options);
  new FakeModel().attach(callback).dispose();
  callback.onTrainBegin();
  return callback;
}

describe('MonitorCallback', () => {
  it('watches val_loss unless told otherwise', () => {
    expect(watcher({}).monitorValue({ loss: 1, val_loss: 2 })).toBe(2);
    expect(watcher({ monitor: 'loss' }).monitorValue({ loss: 1, val_loss: 2 })).toBe(1);
  });

  it.each<[MonitorOptions, number, number | undefined, boolean]>([
    [{}, 1, undefined, true],
    [{}, 0.9, 1, true],
    [{}, 1, 1, false],
    [{ minDelta: 0.1 }, 0.95, 1, false],
    [{ minDelta: -0.1 }, 0.8, 1, true],
    [{ monitor: 'accuracy' }, 1.1, 1, true],
    [{ monitor: 'accuracy', mode: 'min' }, 1.1, 1, false],
    [{ monitor: 'accuracy', minDelta: 0.2 }, 1.1, 1, false],
    [{}, Number.NaN, undefined, false],
    [{}, Number.NaN, 1, false],
  ])('with %j: %d over %s is an improvement: %s', (options, value, reference, better) => {
    expect(watcher(options).isBetter(value, reference)).toBe(better);
  });
});
