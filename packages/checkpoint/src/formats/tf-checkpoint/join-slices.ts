import { elementCount } from '../element-count';
import { fileError } from '../file-error';
import type { BundleEntry, Slice } from './bundle-entry';

interface Part {
  slice: Slice;
  part: BundleEntry;
}

/**
 * Puts a tensor together from parts that cover it, each element once.
 *
 * @param shape of the whole
 * @param size bytes per element
 * @param read gives the bytes of a part
 */
export async function joinSlices(
  shape: readonly number[],
  size: number,
  place: string,
  parts: readonly Part[],
  read: (part: BundleEntry) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const total = elementCount(shape)!;
  const boxes = parts.map(({ slice, part }) => ({ part, box: boxOf(slice, shape, part.shape, place) }));
  const covered = boxes.reduce((sum, { part }) => sum + part.count, 0);
  // Before memory is taken for the whole, the parts must be able to fill it. Each is then checked against its data file.
  if (covered !== total) throw fileError(place, 'invalid-file', `parts of ${total} elements together`, `${covered}`);
  const pieces = [];
  for (const { part, box } of boxes) pieces.push({ box, bytes: await read(part) });
  const whole = new Uint8Array(total * size);
  for (const { box, bytes } of pieces) copyPart(whole, shape, size, box, bytes);
  return whole;
}

interface Box {
  start: number[];
  length: number[];
}

/** Where a part lies; throws where that is not within the whole, or the part has another shape. */
function boxOf(slice: Slice, shape: readonly number[], partShape: readonly number[], place: string): Box {
  const start = slice.map((axis) => (axis === 'all' ? 0 : axis.start));
  const length = slice.map((axis, index) => (axis === 'all' ? shape[index]! : axis.length));
  const within = shape.every(
    (whole, axis) => start[axis]! >= 0 && length[axis]! >= 0 && start[axis]! + length[axis]! <= whole,
  );
  if (slice.length === shape.length && within && length.join() === partShape.join()) return { start, length };
  throw fileError(
    place,
    'invalid-file',
    `a part within [${shape}], of its own shape [${partShape}]`,
    `one of [${length}] at [${start}]`,
  );
}

/** Copies a part to its place, row by row of the last axis. */
function copyPart(
  whole: Uint8Array,
  shape: readonly number[],
  size: number,
  { start, length }: Box,
  bytes: Uint8Array,
): void {
  const row = (length.at(-1) ?? 1) * size;
  const rows = row === 0 ? 0 : bytes.length / row;
  for (let number = 0; number < rows; number++) {
    // The row's index in the part, axis by axis from the last but one, gives its place in the whole.
    let rest = number;
    let stride = shape.at(-1) ?? 1;
    let at = start.at(-1) ?? 0;
    for (let axis = shape.length - 2; axis >= 0; axis--) {
      at += (start[axis]! + (rest % length[axis]!)) * stride;
      rest = Math.floor(rest / length[axis]!);
      stride *= shape[axis]!;
    }
    whole.set(bytes.subarray(number * row, (number + 1) * row), at * size);
  }
}
