/** Keras's list of results: the metrics in their order, the loss first, then what other names there are; one alone as a number. */
export function inMetricOrder(logs: Readonly<Record<string, number>>, metrics: readonly string[]): number | number[] {
  const ordered = metrics.filter((name) => name in logs);
  const others = Object.keys(logs)
    .filter((name) => !ordered.includes(name))
    .sort();
  const values = [...new Set([...ordered, ...others])].map((name) => logs[name] as number);
  return values.length === 1 ? (values[0] as number) : values;
}
