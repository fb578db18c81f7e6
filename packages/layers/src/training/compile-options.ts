import { TenlabError } from '@tenlab/core';
import type { Optimizer, OptimizerIdentifier } from '../optimizers/index';
import { expectKnownOptions } from '../registry/options';
import { serializeValue } from '../serialization/serialize-object';
import type { LossInput, LossWeights } from './compile-loss';
import type { MetricsInput } from './compile-metrics';

/** What `model.compile` takes; the parameters of Keras's `compile`. */
export interface CompileOptions {
  /** Default `rmsprop`. */
  optimizer?: OptimizerIdentifier;
  loss?: LossInput | null;
  /** How much each output's loss counts in the sum. */
  lossWeights?: LossWeights | null;
  metrics?: MetricsInput | null;
  /** Metrics that sample weights and class weights apply to. */
  weightedMetrics?: MetricsInput | null;
  /** Whether each step runs as it is written, to debug it. Default false. */
  runEagerly?: boolean;
  /** Steps between calls of the callbacks. Default 1. */
  stepsPerExecution?: number;
  /** Whether steps may be recorded and replayed as one program; `auto` does where the backend can. */
  jitCompile?: boolean | 'auto';
  /** Takes effect with mixed precision only, which is not supported. Default true. */
  autoScaleLoss?: boolean;
}

const COMPILE_OPTIONS = [
  'optimizer',
  'loss',
  'lossWeights',
  'metrics',
  'weightedMetrics',
  'runEagerly',
  'stepsPerExecution',
  'jitCompile',
  'autoScaleLoss',
];

/** Throws on options that `compile` does not have and on values that do not make sense. */
export function expectCompileOptions(place: string, options: CompileOptions): void {
  expectKnownOptions(place, options, COMPILE_OPTIONS);
  const { stepsPerExecution = 1, runEagerly = false, jitCompile = 'auto', lossWeights = null } = options;
  const fail = (expected: string, received: unknown, remedy: string): never => {
    throw new TenlabError({ code: 'invalid-argument', place, expected, received, remedy });
  };
  if (!Number.isInteger(stepsPerExecution) || stepsPerExecution < 1) {
    fail('`stepsPerExecution` must be a positive integer', stepsPerExecution, 'Leave it out for 1.');
  }
  if (typeof runEagerly !== 'boolean')
    fail('`runEagerly` must be true or false', runEagerly, 'Leave it out for false.');
  if (![true, false, 'auto'].includes(jitCompile)) {
    fail("`jitCompile` must be true, false or 'auto'", jitCompile, "Leave it out for 'auto'.");
  }
  const weights = lossWeights !== null && typeof lossWeights === 'object' ? Object.values(lossWeights) : [lossWeights];
  if (weights.some((weight) => weight !== null && typeof weight !== 'number')) {
    fail('`lossWeights` must be numbers', lossWeights, 'Give a list with one number per output, or a record by name.');
  }
  if (runEagerly && jitCompile === true) {
    fail(
      'only one of `runEagerly` and `jitCompile` may be true',
      { runEagerly, jitCompile },
      'Leave `jitCompile` out.',
    );
  }
}

/** Keras's `compile_config`. */
export function compileConfig(options: CompileOptions, optimizer: Optimizer): Record<string, unknown> {
  return {
    optimizer: serializeValue(optimizer),
    loss: serializeValue(options.loss),
    loss_weights: serializeValue(options.lossWeights),
    metrics: serializeValue(options.metrics),
    weighted_metrics: serializeValue(options.weightedMetrics),
    run_eagerly: options.runEagerly ?? false,
    steps_per_execution: options.stepsPerExecution ?? 1,
    jit_compile: options.jitCompile === true,
  };
}
