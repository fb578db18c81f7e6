import { TenlabError } from '@tenlab/core';
import type { ConfigObject } from '../registry/config';
import { expectKnownOptions, expectNumber, fraction, notNegative, positive } from '../registry/options';
import type { LearningRateSchedule } from '../schedules/learning-rate-schedule';

/** A constant rate, a schedule, or a schedule's Keras config. */
export type LearningRate = number | LearningRateSchedule | ConfigObject;

/** What all optimizers take. */
export interface OptimizerOptions {
  learningRate?: LearningRate;
  /** Each step first takes `weightDecay · learningRate` of each weight away. Default null: none. */
  weightDecay?: number | null;
  /** Largest norm of each gradient. At most one of the three bounds may be set. Default null: none. */
  clipnorm?: number | null;
  /** Largest magnitude of each gradient's elements. */
  clipvalue?: number | null;
  /** Largest norm of all gradients together. */
  globalClipnorm?: number | null;
  /** Keeps a moving average of the weights and puts it in their place in the end. Default false. */
  useEma?: boolean;
  /** `average <- emaMomentum · average + (1 - emaMomentum) · weight`. Default 0.99. */
  emaMomentum?: number;
  /** After how many steps the average is put in the weights' place during training. Default null: only at the end. */
  emaOverwriteFrequency?: number | null;
  /** The loss was multiplied by this; gradients are divided by it. Default null: 1. */
  lossScaleFactor?: number | null;
  /** Gradients of this many steps are averaged into one update. At least 2. Default null: update in each step. */
  gradientAccumulationSteps?: number | null;
  /** Default: the class's name in snake_case. */
  name?: string | null;
}

export const OPTIMIZER_OPTIONS: readonly (keyof OptimizerOptions)[] = [
  'learningRate',
  'weightDecay',
  'clipnorm',
  'clipvalue',
  'globalClipnorm',
  'useEma',
  'emaMomentum',
  'emaOverwriteFrequency',
  'lossScaleFactor',
  'gradientAccumulationSteps',
  'name',
];

/** Throws on an unknown option or a value out of range. */
export function expectOptimizerOptions(place: string, options: OptimizerOptions, ownOptions: readonly string[]): void {
  expectKnownOptions(place, options, [...ownOptions, ...OPTIMIZER_OPTIONS]);
  const { learningRate, weightDecay, emaMomentum, emaOverwriteFrequency, gradientAccumulationSteps } = options;
  if (typeof learningRate === 'number') expectNumber(place, 'learningRate', learningRate, notNegative);
  if (weightDecay != null) expectNumber(place, 'weightDecay', weightDecay, notNegative);
  if (emaMomentum !== undefined) expectNumber(place, 'emaMomentum', emaMomentum, fraction);
  for (const name of ['clipnorm', 'clipvalue', 'globalClipnorm', 'lossScaleFactor'] as const) {
    const value = options[name];
    if (value != null) expectNumber(place, name, value, positive);
  }
  if (emaOverwriteFrequency != null) expectNumber(place, 'emaOverwriteFrequency', emaOverwriteFrequency, wholeFrom(1));
  if (gradientAccumulationSteps != null) {
    expectNumber(place, 'gradientAccumulationSteps', gradientAccumulationSteps, wholeFrom(2));
  }
  expectOneBound(place, options);
}

function wholeFrom(least: number) {
  return { text: `an integer not below ${least}`, holds: (value: number) => Number.isInteger(value) && value >= least };
}

function expectOneBound(place: string, options: OptimizerOptions): void {
  const set = (['clipnorm', 'clipvalue', 'globalClipnorm'] as const).filter((name) => options[name] != null);
  if (set.length < 2) return;
  throw new TenlabError({
    code: 'invalid-argument',
    place,
    expected: 'at most one of `clipnorm`, `clipvalue` and `globalClipnorm`',
    received: set,
    remedy: 'Keep the one you mean.',
  });
}
