/** The flowers as CSV with a line of names. */
export function irisToCsv(json: string): Buffer {
  const rows = JSON.parse(json) as [number, number, number, number, string][];
  return Buffer.from(
    ['sepal_length,sepal_width,petal_length,petal_width,species', ...rows.map((row) => row.join(','))].join('\n') +
      '\n',
  );
}
