import { inWords, TenlabError } from '@tenlab/core';
import { readOption } from '../layers/checks';
import { Mean } from '../metrics/index';
import { getOptimizer, type Optimizer } from '../optimizers/index';
import { CompileLoss } from '../training/compile-loss';
import { CompileMetrics } from '../training/compile-metrics';
import { type CompileOptions, expectCompileOptions } from '../training/compile-options';

/** What `compile` has made. */
export interface CompiledState {
  optimizer: Optimizer;
  compileLoss: CompileLoss | null;
  compileMetrics: CompileMetrics | null;
  lossTracker: Mean;
  stepsPerExecution: number;
  options: CompileOptions;
}

/** Makes what a model needs for training of the options of `compile`. Throws on an unknown option or name. */
export function makeCompiledState(
  place: string,
  options: CompileOptions,
  outputNames: readonly string[] | null,
): CompiledState {
  expectCompileOptions(place, options);
  const { optimizer = 'rmsprop', loss = null, lossWeights = null, metrics = null, weightedMetrics = null } = options;
  const hasMetrics = metrics !== null || weightedMetrics !== null;
  return {
    compileLoss: loss === null ? null : new CompileLoss(loss, lossWeights, outputNames),
    compileMetrics: hasMetrics ? new CompileMetrics(metrics, weightedMetrics, outputNames) : null,
    // After all that can throw: an optimizer has variables from the start.
    optimizer: readOption(place, 'optimizer', () => getOptimizer(optimizer)),
    lossTracker: new Mean({ name: 'loss' }),
    stepsPerExecution: options.stepsPerExecution ?? 1,
    options,
  };
}

/** Frees it, but for an optimizer that is used on. */
export function disposeCompiledState(state: CompiledState, keep: Optimizer | null): void {
  const { optimizer, compileLoss, compileMetrics, lossTracker } = state;
  if (optimizer !== keep) optimizer.dispose();
  compileLoss?.dispose();
  compileMetrics?.dispose();
  lossTracker.dispose();
}

/** That a model has no such state yet. */
export function notCompiled(place: string): TenlabError {
  return new TenlabError({
    code: 'not-compiled',
    place,
    expected: 'the model must be compiled',
    received: inWords('one without optimizer and loss'),
    remedy: "Call model.compile({ optimizer: 'adam', loss: 'mse' }) first.",
  });
}
