/**
 * A metric as Keras prints it: four decimals, or scientific when it is small.
 *
 * @example
 * formatMetric(0.15034); // '0.1503'
 * formatMetric(0.00012); // '1.2000e-04'
 */
export function formatMetric(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Math.abs(value) > 1e-3) return value.toFixed(4);
  return value.toExponential(4).replace(/e([+-])(\d)$/, 'e$10$2');
}

/**
 * The time of one step as Keras prints it.
 *
 * @example
 * formatStepTime(0.0072); // '7ms/step'
 */
export function formatStepTime(seconds: number): string {
  if (seconds >= 1 || seconds === 0) return `${seconds.toFixed(0)}s/step`;
  return seconds >= 1e-3 ? `${(seconds * 1e3).toFixed(0)}ms/step` : `${(seconds * 1e6).toFixed(0)}us/step`;
}

/**
 * The time that is left, as Keras prints it.
 *
 * @example
 * formatRemaining(75); // '1:15'
 */
export function formatRemaining(seconds: number): string {
  const whole = Math.floor(seconds);
  const pad = (value: number) => String(value).padStart(2, '0');
  if (seconds > 3600) return `${Math.floor(whole / 3600)}:${pad(Math.floor((whole % 3600) / 60))}:${pad(whole % 60)}`;
  return seconds > 60 ? `${Math.floor(whole / 60)}:${pad(whole % 60)}` : `${whole}s`;
}
