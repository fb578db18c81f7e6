import { TenlabError } from '@tenlab/core';
import { expectKnownOptions } from '../registry/options';
import type { Callback } from './callback';
import type { ClassWeight } from './data/class-weight';
import type { BatchIterable } from './data/iterable-batches';
import type { DataInput } from './data/read-data';

/** 0 prints nothing, 1 and 2 print progress; `auto` is 1 unless a callback shows progress. */
export type Verbosity = 0 | 1 | 2 | 'auto';

/** Data to validate on: `[x, y]`, `[x, y, sampleWeight]`, or batches. */
export type ValidationData = readonly [DataInput, DataInput, (DataInput | null)?] | BatchIterable;

/** What `model.fit` takes; the parameters of Keras's `fit`. */
export interface FitOptions {
  /** Samples per step. Default 32. Not with data that comes in batches. */
  batchSize?: number;
  /** The epoch to end before, counted from 0: how many epochs, unless `initialEpoch` is set. Default 1. */
  epochs?: number;
  verbose?: Verbosity;
  callbacks?: readonly Callback[] | null;
  /** The part of the samples, from the end, to validate on instead of training on it, between 0 and 1. */
  validationSplit?: number;
  validationData?: ValidationData | null;
  /** Samples in a new order each epoch; `batch` shuffles whole batches. Default true. */
  shuffle?: boolean | 'batch';
  /** How much the samples of each class count. */
  classWeight?: ClassWeight | null;
  /** How much each sample counts. */
  sampleWeight?: DataInput | null;
  /** The epoch to begin at, to resume. Default 0. */
  initialEpoch?: number;
  /** Steps per epoch; the next epoch goes on where this one ends. Default: all data once. */
  stepsPerEpoch?: number | null;
  /** Steps of each validation. Default: all validation data. */
  validationSteps?: number | null;
  validationBatchSize?: number | null;
  /** Validate each so many epochs, or after the listed epochs, counted from 1. Default 1. */
  validationFreq?: number | readonly number[];
}

/** What `model.evaluate` takes. */
export interface EvaluateOptions {
  batchSize?: number;
  verbose?: Verbosity;
  sampleWeight?: DataInput | null;
  /** Steps before stopping. Default: all data once. */
  steps?: number | null;
  callbacks?: readonly Callback[] | null;
  /** Whether the metrics come as a record by name. */
  returnDict?: boolean;
}

/** What `model.predict` takes. */
export interface PredictOptions {
  batchSize?: number;
  verbose?: Verbosity;
  steps?: number | null;
  callbacks?: readonly Callback[] | null;
}

const FIT_OPTIONS = [
  'batchSize',
  'epochs',
  'verbose',
  'callbacks',
  'validationSplit',
  'validationData',
  'shuffle',
  'classWeight',
  'sampleWeight',
  'initialEpoch',
  'stepsPerEpoch',
  'validationSteps',
  'validationBatchSize',
  'validationFreq',
];
const EVALUATE_OPTIONS = ['batchSize', 'verbose', 'sampleWeight', 'steps', 'callbacks', 'returnDict'];
const PREDICT_OPTIONS = ['batchSize', 'verbose', 'steps', 'callbacks'];

/** Throws on options that `fit` does not have and on values that do not make sense. */
export function expectFitOptions(place: string, options: FitOptions): void {
  expectKnownOptions(place, options, FIT_OPTIONS);
  const check = checker(place, options as Record<string, unknown>);
  for (const name of ['batchSize', 'stepsPerEpoch', 'validationSteps', 'validationBatchSize']) {
    check(name, 'a positive integer', (value) => isWhole(value) && value >= 1);
  }
  for (const name of ['epochs', 'initialEpoch'])
    check(name, 'a whole number not below 0', (value) => isWhole(value) && value >= 0);
  check('verbose', "0, 1, 2 or 'auto'", (value) => [0, 1, 2, 'auto'].includes(value as number));
  check(
    'validationSplit',
    'a number from 0 to below 1',
    (value) => typeof value === 'number' && value >= 0 && value < 1,
  );
  check('shuffle', "true, false or 'batch'", (value) => [true, false, 'batch'].includes(value as boolean));
  check('callbacks', 'a list of Callback objects', Array.isArray);
  check('validationFreq', 'a positive integer or a list of epochs', (value) =>
    Array.isArray(value) ? value.every(isWhole) : isWhole(value) && value >= 1,
  );
}

/** Throws on options that `evaluate` does not have and on values that do not make sense. */
export function expectEvaluateOptions(place: string, options: EvaluateOptions): void {
  expectKnownOptions(place, options, EVALUATE_OPTIONS);
  expectRunOptions(place, options);
}

/** Throws on options that `predict` does not have and on values that do not make sense. */
export function expectPredictOptions(place: string, options: PredictOptions): void {
  expectKnownOptions(place, options, PREDICT_OPTIONS);
  expectRunOptions(place, options);
}

function expectRunOptions(place: string, options: PredictOptions): void {
  const check = checker(place, options as Record<string, unknown>);
  for (const name of ['batchSize', 'steps']) check(name, 'a positive integer', (value) => isWhole(value) && value >= 1);
  check('verbose', "0, 1, 2 or 'auto'", (value) => [0, 1, 2, 'auto'].includes(value as number));
  check('callbacks', 'a list of Callback objects', Array.isArray);
}

function checker(place: string, options: Record<string, unknown>) {
  return (name: string, text: string, holds: (value: unknown) => boolean): void => {
    const value = options[name];
    if (value === undefined || value === null || holds(value)) return;
    throw new TenlabError({
      code: 'invalid-argument',
      place,
      expected: `\`${name}\` must be ${text}`,
      received: value,
      remedy: `Pass ${text} as \`${name}\`, or leave it out.`,
    });
  };
}

function isWhole(value: unknown): value is number {
  return Number.isInteger(value);
}
