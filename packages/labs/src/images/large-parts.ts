import type { GreyImage } from './grey-image';

/** What is drawn, without dust: a mask of 0 and 1, and the box around it. */
export interface LargeParts {
  mask: Uint8Array;
  box: { left: number; top: number; width: number; height: number };
}

/** A part counts when it has at least this share of the largest part's pixels. */
const leastShare = 0.03;

/**
 * Finds the connected parts of the ink (neighbours by side or corner), and leaves out those too small to be strokes.
 *
 * One grain of dust in a corner would otherwise widen the box, and the digit in it would shrink.
 */
export function largeParts(ink: GreyImage): LargeParts {
  const { width, height, data } = ink;
  const part = new Int32Array(data.length);
  const sizes = [0];
  const waiting: number[] = [];
  for (let start = 0; start < data.length; start++) {
    if (part[start] !== 0 || data[start]! < 0.3) continue;
    const name = sizes.length;
    let size = 0;
    part[start] = name;
    waiting.push(start);
    for (let pixel = waiting.pop(); pixel !== undefined; pixel = waiting.pop()) {
      size++;
      const [x, y] = [pixel % width, Math.floor(pixel / width)];
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const neighbour = ny * width + nx;
          if (part[neighbour] !== 0 || data[neighbour]! < 0.3) continue;
          part[neighbour] = name;
          waiting.push(neighbour);
        }
      }
    }
    sizes.push(size);
  }
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  return enclose(ink, (pixel) => part[pixel] !== 0 && sizes[part[pixel]!]! >= leastShare * largest);
}

/** The kept pixels with a rim of one, which holds the soft edges of the strokes, and the box around them. */
function enclose({ width, height, data }: GreyImage, kept: (pixel: number) => boolean): LargeParts {
  const mask = new Uint8Array(data.length);
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let pixel = 0; pixel < data.length; pixel++) {
    if (!kept(pixel)) continue;
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) mask[ny * width + nx] = 1;
    }
  }
  return { mask, box: { left, top, width: right - left + 1, height: bottom - top + 1 } };
}
