/** A grid of numbers over a plane: `values[row * columns + column]` at `(x[column], y[row])`. */
export interface PlaneGrid {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  values: ArrayLike<number>;
}

/** A piece of a line, from one point to another. */
export type Segment = [x: number, y: number, x2: number, y2: number];

/**
 * The line on which a grid's numbers are `level`, in short pieces (marching squares): a piece for each square that it crosses,
 * ends placed by linear interpolation.
 *
 * @example
 * contourSegments({ x: [0, 1], y: [0, 1], values: [0, 1, 0, 1] }, 0.5); // [[0.5, 0, 0.5, 1]]
 */
export function contourSegments({ x, y, values }: PlaneGrid, level: number): Segment[] {
  const segments: Segment[] = [];
  const columns = x.length;
  for (let row = 0; row + 1 < y.length; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const corners = [
        [column, row],
        [column + 1, row],
        [column + 1, row + 1],
        [column, row + 1],
      ] as const;
      const crossed: [number, number][] = [];
      for (let side = 0; side < 4; side++) {
        const [from, to] = [corners[side]!, corners[(side + 1) % 4]!];
        const [a, b] = [from, to].map(([i, j]) => values[j * columns + i]!) as [number, number];
        if (a < level === b < level) continue;
        const share = (level - a) / (b - a);
        crossed.push([
          x[from[0]]! + share * (x[to[0]]! - x[from[0]]!),
          y[from[1]]! + share * (y[to[1]]! - y[from[1]]!),
        ]);
      }
      // Four crossings are a saddle: two pieces, either way of joining them is right.
      for (let at = 0; at + 1 < crossed.length; at += 2) segments.push([...crossed[at]!, ...crossed[at + 1]!]);
    }
  }
  return segments;
}
