/**
 * The inverse of a matrix by Gauss and Jordan: the matrix is made the identity row by row, and what is done to it is done to an
 * identity beside it, which becomes the inverse.
 *
 * @returns undefined for a matrix that has none
 *
 * @example
 * inverse([[2, 0], [0, 4]]); // [[0.5, 0], [0, 0.25]]
 */
export function inverse(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const size = matrix.length;
  const rows = matrix.map((row, index) => [...row, ...Array.from({ length: size }, (_, at) => (at === index ? 1 : 0))]);
  for (let column = 0; column < size; column++) {
    const rest = rows.slice(column);
    // The largest number of the column is divided by: the smallest rounding.
    const largest = rest.reduce((best, row) => (Math.abs(row[column]!) > Math.abs(best[column]!) ? row : best));
    if (Math.abs(largest[column]!) < 1e-12) return undefined;
    const from = rows.indexOf(largest);
    const scaled = largest.map((value) => value / largest[column]!);
    rows[from] = rows[column]!;
    rows[column] = scaled;
    for (const [index, row] of rows.entries()) {
      if (index === column) continue;
      const times = row[column]!;
      rows[index] = row.map((value, at) => value - times * scaled[at]!);
    }
  }
  return rows.map((row) => row.slice(size));
}
