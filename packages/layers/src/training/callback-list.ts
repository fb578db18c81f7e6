import { TenlabError } from '@tenlab/core';
import type { Model } from '../models/model';
import type { Trainer } from '../models/trainer';
import { Callback, type CallbackParams } from './callback';
import type { Logs } from './logs';

/** The hooks of a callback. */
export type Hook = Extract<keyof Callback, `on${string}`>;

/** Calls the same hook of several callbacks, one after the other, waiting for each. Keras: `CallbackList`. */
export class CallbackList {
  readonly callbacks: readonly Callback[];

  constructor(callbacks: readonly Callback[], model: Trainer, params: CallbackParams) {
    for (const callback of callbacks) {
      if (callback instanceof Callback) continue;
      throw new TenlabError({
        code: 'invalid-argument',
        expected: '`callbacks` must be a list of Callback objects',
        received: callback,
        remedy: 'Make an object of the class: `callbacks: [new EarlyStopping()]`.',
      });
    }
    this.callbacks = [
      ...callbacks.filter(({ callLast }) => !callLast),
      ...callbacks.filter(({ callLast }) => callLast),
    ];
    for (const callback of callbacks) {
      callback.setModel(model as Model);
      callback.setParams(params);
    }
  }

  /** Whether any callback looks for a loss that is no number. */
  get judgesLoss(): boolean {
    return this.callbacks.some(({ judgesLoss }) => judgesLoss);
  }

  /** Whether any callback wants one of these hooks called for every batch. */
  watches(...hooks: Hook[]): boolean {
    return this.callbacks.some((callback) => callback.everyBatch && hooks.some((hook) => overrides(callback, hook)));
  }

  /** Calls a hook that has only logs. */
  async call(
    hook: 'onTrainBegin' | 'onTrainEnd' | 'onTestBegin' | 'onTestEnd' | 'onPredictBegin' | 'onPredictEnd',
    logs: Logs = {},
  ): Promise<void> {
    for (const callback of this.callbacks) await callback[hook](logs);
  }

  /** Calls a hook of an epoch or a step. */
  async callAt(
    hook: Exclude<Hook, Parameters<CallbackList['call']>[0]>,
    index: number,
    logs: Logs = {},
  ): Promise<void> {
    for (const callback of this.callbacks) {
      if (!overrides(callback, hook)) continue;
      const waiting = callback[hook](index, logs);
      if (waiting) await waiting;
    }
  }
}

function overrides(callback: Callback, hook: Hook): boolean {
  return callback[hook] !== Callback.prototype[hook];
}
