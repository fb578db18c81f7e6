import { pointer, word } from '../lib/arguments';
import { startOf } from '../lib/partition';
import { transformWeights } from '../lib/winograd';
import { scratch, WORKSPACE } from '../program/scratch';

/**
 * Transforms 3x3 weights for a Winograd convolution and packs them: for each of the 36 positions panels of eight columns,
 * [position][panel][k][8], the last panel filled with zeros; positions lie `positionBytes` apart. Element (tap, k, n) lies at
 * `from + tap * tapStep + k * rowStep + n * columnStep`. Split by panels.
 *
 * Arguments: from, to, rows (k), columns (n), rowStep, columnStep, tapStep, positionBytes.
 */
export function winogradWeights(args: usize, thread: i32, threads: i32): void {
  const rows = word(args, 2), columns = word(args, 3);
  const rowStep = pointer(args, 4), columnStep = pointer(args, 5), tapStep = pointer(args, 6);
  const panels = (columns + 7) >> 3;
  const positionBytes = pointer(args, 7);
  const taps = scratch + WORKSPACE;
  const half = taps + 9 * 16;
  const last = startOf(panels, thread + 1, threads);
  for (let panel = startOf(panels, thread, threads); panel < last; panel++) {
    for (let k = 0; k < rows; k++) {
      for (let group = 0; group < 8; group += 4) {
        const column = (panel << 3) + group;
        const from = pointer(args, 0) + <usize>k * rowStep + <usize>column * columnStep;
        for (let tap = 0; tap < 9; tap++) {
          v128.store(taps + (<usize>tap << 4), gather(from + <usize>tap * tapStep, columnStep, columns - column));
        }
        const to = pointer(args, 1) + (<usize>panel * <usize>rows + <usize>k << 5) + (<usize>group << 2);
        for (let row = 0; row < 3; row++) transformWeights(taps + <usize>row * 48, 16, half + <usize>row * 96, 16);
        for (let x = 0; x < 6; x++) transformWeights(half + (<usize>x << 4), 96, to + <usize>x * positionBytes, 6 * positionBytes);
      }
    }
  }
}

/** Four neighbouring columns, zeros where there are fewer. */
function gather(from: usize, step: usize, count: i32): v128 {
  if (count >= 4 && step == 4) return v128.load(from);
  let lanes = f32x4.splat(0);
  if (count > 0) lanes = f32x4.replace_lane(lanes, 0, load<f32>(from));
  if (count > 1) lanes = f32x4.replace_lane(lanes, 1, load<f32>(from + step));
  if (count > 2) lanes = f32x4.replace_lane(lanes, 2, load<f32>(from + step * 2));
  if (count > 3) lanes = f32x4.replace_lane(lanes, 3, load<f32>(from + step * 3));
  return lanes;
}
