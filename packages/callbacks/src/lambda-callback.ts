import { checkOptions, TenlabError } from '@tenlab/core';
import { Callback } from '@tenlab/layers';

/** The hooks of a callback. */
type Hook = Extract<keyof Callback, `on${string}`>;

/** A function for each hook one cares about. */
export type LambdaCallbackOptions = { [Name in Hook]?: Callback[Name] };

const hooks = [
  'onTrainBegin',
  'onTrainEnd',
  'onEpochBegin',
  'onEpochEnd',
  'onTrainBatchBegin',
  'onTrainBatchEnd',
  'onTestBegin',
  'onTestEnd',
  'onTestBatchBegin',
  'onTestBatchEnd',
  'onPredictBegin',
  'onPredictEnd',
  'onPredictBatchBegin',
  'onPredictBatchEnd',
] as const satisfies readonly Hook[];

/**
 * A callback made of functions, without a class. Keras class: `keras.callbacks.LambdaCallback`.
 *
 * @example
 * const print = new LambdaCallback({ onEpochEnd: (epoch, logs) => console.log(epoch, logs.loss) });
 * await model.fit(x, y, { epochs: 2, callbacks: [print] });
 * // 0 0.693
 * // 1 0.521
 */
export class LambdaCallback extends Callback {
  /** Throws for a hook that does not exist and for anything but a function. */
  constructor(functions: LambdaCallbackOptions) {
    super();
    checkOptions(functions, hooks, 'LambdaCallback');
    for (const hook of hooks) {
      const given: unknown = functions[hook];
      if (given === undefined) continue;
      if (typeof given !== 'function') {
        throw new TenlabError({
          code: 'invalid-argument',
          place: 'LambdaCallback',
          expected: `\`${hook}\` must be a function`,
          received: given,
          remedy: 'Pass a function, or leave it out.',
        });
      }
      // Only hooks that are there are overridden: a step that nobody watches needs no logs.
      Object.defineProperty(this, hook, { value: given });
    }
  }
}
