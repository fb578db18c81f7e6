/** Numbers in rows: a picture in grey, or a filter. */
export interface Grid {
  data: Float32Array;
  height: number;
  width: number;
}

/** A filter of 3 x 3 with the name of what it finds. */
export interface NamedFilter {
  name: { en: string; zh: string };
  values: readonly number[];
}

/** What people used before networks found their own. */
export const filters: readonly NamedFilter[] = [
  { name: { en: 'vertical edges', zh: '竖直边缘' }, values: [-1, 0, 1, -2, 0, 2, -1, 0, 1] },
  { name: { en: 'level edges', zh: '水平边缘' }, values: [-1, -2, -1, 0, 0, 0, 1, 2, 1] },
  { name: { en: 'sharpen', zh: '锐化' }, values: [0, -1, 0, -1, 5, -1, 0, -1, 0] },
  { name: { en: 'blur', zh: '模糊' }, values: new Array(9).fill(1 / 9) },
];

/** The course's example of pooling: four by four numbers. */
export const poolingExample: Grid = {
  data: Float32Array.of(1, 3, 2, 1, 4, 6, 5, 0, 7, 2, 9, 8, 1, 0, 3, 4),
  height: 4,
  width: 4,
};

/**
 * Lays a filter of 3 x 3 on every place of a picture, multiplies what lies under it and adds: what a convolution does (deep learning does
 * not turn the filter round first). The edge is lost: a picture of 28 x 28 becomes one of 26 x 26.
 */
export function convolve({ data, height, width }: Grid, filter: readonly number[]): Grid {
  const result: Grid = { data: new Float32Array((height - 2) * (width - 2)), height: height - 2, width: width - 2 };
  for (let y = 0; y < result.height; y++) {
    for (let x = 0; x < result.width; x++) {
      result.data[y * result.width + x] = filter.reduce(
        (sum, weight, at) => sum + weight * data[(y + Math.floor(at / 3)) * width + x + (at % 3)]!,
        0,
      );
    }
  }
  return result;
}

/** Makes one number of each 2 x 2: the largest, or the mean. */
export function pool({ data, height, width }: Grid, kind: 'max' | 'mean'): Grid {
  const result: Grid = {
    data: new Float32Array(Math.floor(height / 2) * Math.floor(width / 2)),
    height: Math.floor(height / 2),
    width: Math.floor(width / 2),
  };
  for (let y = 0; y < result.height; y++) {
    for (let x = 0; x < result.width; x++) {
      const four = [0, 1, width, width + 1].map((offset) => data[2 * y * width + 2 * x + offset]!);
      result.data[y * result.width + x] =
        kind === 'max' ? Math.max(...four) : four.reduce((sum, value) => sum + value, 0) / 4;
    }
  }
  return result;
}

/** The grid in rows of text, for a table or a terminal. */
export function rowsOf({ data, width }: Grid): number[][] {
  const rows: number[][] = [];
  for (let at = 0; at < data.length; at += width) rows.push(Array.from(data.subarray(at, at + width)));
  return rows;
}
