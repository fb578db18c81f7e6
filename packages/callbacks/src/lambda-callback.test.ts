import { Callback } from '@tenlab/layers';
import { describe, expect, it, vi } from 'vitest';
import { LambdaCallback } from './lambda-callback';

describe('LambdaCallback', () => {
  it('calls the function of each hook, and waits for it', async () => {
    const calls: string[] = [];
    const callback = new LambdaCallback({
      onTrainBegin: () => void calls.push('begin'),
      onEpochEnd: async (epoch, logs) => void calls.push(`epoch ${epoch} ${logs.loss}`),
    });
    callback.onTrainBegin();
    await callback.onEpochEnd(3, { loss: 0.5 });
    callback.onTrainEnd();
    expect(calls).toEqual(['begin', 'epoch 3 0.5']);
  });

  it('overrides only the hooks it was given: no one reads the logs of the others', () => {
    const callback = new LambdaCallback({ onEpochEnd: vi.fn() });
    expect(callback.onTrainBatchEnd).toBe(Callback.prototype.onTrainBatchEnd);
    expect(callback.onEpochEnd).not.toBe(Callback.prototype.onEpochEnd);
  });

  it('knows every hook of Callback', () => {
    const hooks = Object.getOwnPropertyNames(Callback.prototype).filter((name) => name.startsWith('on'));
    expect(hooks.length).toBeGreaterThan(0);
    expect(() => new LambdaCallback(Object.fromEntries(hooks.map((hook) => [hook, () => {}])))).not.toThrow();
  });

  it('refuses what is no hook or no function', () => {
    // @ts-expect-error: no such hook
    expect(() => new LambdaCallback({ onEpochStop: () => {} })).toThrow('no option `onEpochStop` exists');
    // @ts-expect-error: no function
    expect(() => new LambdaCallback({ onEpochEnd: 1 })).toThrow('`onEpochEnd` must be a function');
  });
});
