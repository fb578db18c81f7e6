import { modernConfig } from './keras2-config';

type Config = Record<string, unknown>;

/** How a model was compiled, in the words of Keras 3; out of `training_config` of a legacy file, or of a configuration of Keras 2. */
export function modernTraining(config: Config): Config {
  const { optimizer_config: legacy, sample_weight_mode: _mode, ...rest } = config;
  const { optimizer, ...others } = modernConfig({ ...rest, optimizer: rest.optimizer ?? legacy });
  const modern: Config = Object.fromEntries(
    ['loss', 'loss_weights', 'metrics', 'weighted_metrics', 'run_eagerly', 'steps_per_execution', 'jit_compile']
      .filter((key) => others[key] !== null && others[key] !== undefined)
      .map((key) => [key, /metrics/.test(key) ? namedMetrics(others[key]) : others[key]]),
  );
  return optimizer ? { optimizer, ...modern } : {};
}

/** Keras 2 wrote `accuracy` as a wrapper around a function; the function's name is that of the metric. */
function namedMetrics(metrics: unknown): unknown {
  if (Array.isArray(metrics)) return metrics.map(namedMetrics);
  if (typeof metrics !== 'object' || metrics === null) return metrics;
  const { class_name: className, config } = metrics as { class_name?: unknown; config?: Config };
  if (className === 'MeanMetricWrapper' && typeof config?.fn === 'string') {
    return { class_name: config.fn, config: { name: config.name } };
  }
  if (className !== undefined) return metrics;
  return Object.fromEntries(Object.entries(metrics).map(([key, entry]) => [key, namedMetrics(entry)]));
}
