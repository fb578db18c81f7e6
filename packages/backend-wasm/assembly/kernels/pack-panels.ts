import { pointer, word } from '../lib/arguments';
import { startOf } from '../lib/partition';

/**
 * Packs B[k, n] into panels of eight columns, [panel][k][8], the last one filled with zeros.
 * Element (k, n) lies at `from + k * rowStep + n * columnStep` (bytes); one of the steps is 4.
 * With `flip` > 0, k counts (tap, channel) pairs and the taps are read backwards, `flip` channels each: the weights
 * of a convolution's input gradient. Split by panels.
 *
 * Arguments: from, to, rows, columns, rowStep, columnStep, flip, tapStep.
 */
export function packPanels(args: usize, thread: i32, threads: i32): void {
  const from = pointer(args, 0);
  const to = pointer(args, 1);
  const rows = word(args, 2);
  const columns = word(args, 3);
  const rowStep = pointer(args, 4);
  const columnStep = pointer(args, 5);
  const flip = word(args, 6);
  const tapStep = pointer(args, 7);
  const panels = (columns + 7) >> 3;
  const last = startOf(panels, thread + 1, threads);
  for (let panel = startOf(panels, thread, threads); panel < last; panel++) {
    const here = min(8, columns - (panel << 3));
    const source = from + <usize>(panel << 3) * columnStep;
    const target = to + (<usize>panel * <usize>rows << 5);
    if (flip) {
      const taps = rows / flip;
      for (let tap = 0; tap < taps; tap++) {
        packPanel(source + <usize>(taps - 1 - tap) * tapStep, target + (<usize>(tap * flip) << 5), flip, here, rowStep, columnStep);
      }
    } else {
      packPanel(source, target, rows, here, rowStep, columnStep);
    }
  }
}

function packPanel(from: usize, to: usize, rows: i32, columns: i32, rowStep: usize, columnStep: usize): void {
  if (columns == 8 && columnStep == 4) {
    for (let row = 0; row < rows; row++) {
      v128.store(to, v128.load(from));
      v128.store(to, v128.load(from, 16), 16);
      from += rowStep;
      to += 32;
    }
    return;
  }
  if (columns < 8) memory.fill(to, 0, <usize>rows << 5);
  for (let column = 0; column < columns; column++) {
    let source = from + <usize>column * columnStep;
    let target = to + (<usize>column << 2);
    for (let row = 0; row < rows; row++) {
      store<f32>(target, load<f32>(source));
      source += rowStep;
      target += 32;
    }
  }
}
