import { isRecord } from '../graph/tree';
import { Metric } from '../metrics/index';
import { Optimizer } from '../optimizers/index';
import { type Config, optionsOf } from '../registry/config';
import type { CompileOptions } from './compile-options';

/**
 * The same options for another model: whatever holds state, the optimizer and metrics that are objects, is made anew from its
 * config. Losses hold none, and functions stay as they are.
 */
export function freshCompileOptions(options: CompileOptions, optimizer: Optimizer): CompileOptions {
  const metrics = ['metrics', 'weightedMetrics'] as const;
  const fresh = metrics.filter((name) => options[name]).map((name) => [name, renew(options[name])]);
  return { ...options, ...Object.fromEntries(fresh), optimizer: renew(optimizer) as Optimizer };
}

function renew(value: unknown): unknown {
  if (value instanceof Metric || value instanceof Optimizer) {
    const construct = value.constructor as unknown as new (options: Config) => unknown;
    return new construct(optionsOf(value.getConfig()));
  }
  if (Array.isArray(value)) return value.map(renew);
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, renew(entry)]));
  return value;
}
