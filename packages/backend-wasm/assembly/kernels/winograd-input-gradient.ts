import { pointer, word } from '../lib/arguments';
import { startOf } from '../lib/partition';
import { TILE_IN, TILE_OUT, transformInputGradient } from '../lib/winograd';
import { scratch, WORKSPACE } from '../program/scratch';

/** Channels in a unit of work: one cache line of floats. */
const UNIT: i32 = 16;

/**
 * Turns the products of a Winograd input gradient, [position][tile][channel], into dx, NHWC. A tile gives six by six pixels, of
 * which its neighbours give two rows or columns too: what the tile above or to the left gave is added to. Tiles are gone
 * through in order and a thread owns whole (image, 16 channels) units, so that sums do not depend on how the work is split.
 * Channels are a multiple of four.
 *
 * Arguments: in, dx, batch, height, width, channels, tilesDown, tilesAcross, padTop, padLeft, positionBytes.
 */
export function winogradInputGradient(args: usize, thread: i32, threads: i32): void {
  const channels = word(args, 5);
  const groups = (channels + UNIT - 1) / UNIT;
  const units = word(args, 2) * groups;
  const last = startOf(units, thread + 1, threads);
  for (let unit = startOf(units, thread, threads); unit < last; unit++) {
    const image = unit / groups, first = (unit - image * groups) * UNIT;
    imageGradient(args, image, first, min(UNIT, channels - first));
  }
}

function imageGradient(args: usize, image: i32, firstChannel: i32, channels: i32): void {
  const height = word(args, 3), width = word(args, 4), down = word(args, 6), across = word(args, 7);
  const pixelBytes = <usize>word(args, 5) << 2;
  const rowBytes = <usize>width * pixelBytes;
  const dx = pointer(args, 1) + <usize>image * <usize>height * rowBytes + (<usize>firstChannel << 2);
  let from = pointer(args, 0) + <usize>(image * down * across) * pixelBytes + (<usize>firstChannel << 2);
  for (let tileY = 0; tileY < down; tileY++) {
    const y = tileY * TILE_OUT - word(args, 8);
    for (let tileX = 0; tileX < across; tileX++) {
      const x = tileX * TILE_OUT - word(args, 9);
      const to = dx + <usize>y * rowBytes + <usize>x * pixelBytes;
      const rows = tileY ? 2 : 0, columns = tileX ? 2 : 0;
      if (y >= 0 && x >= 0 && y + TILE_IN <= height && x + TILE_IN <= width) {
        wholeTile(from, pointer(args, 10), to, rowBytes, pixelBytes, rows, columns, channels);
      } else {
        edgeTile(from, pointer(args, 10), to, rowBytes, pixelBytes, rows, columns, channels, max(0, -y), min(TILE_IN, height - y), max(0, -x), min(TILE_IN, width - x));
      }
      from += pixelBytes;
    }
  }
}

/** A tile inside the image, `rows` and `columns` of which the tiles above and to the left gave a part of. */
function wholeTile(from: usize, positionBytes: usize, to: usize, rowBytes: usize, pixelBytes: usize, rows: i32, columns: i32, channels: i32): void {
  const half = scratch + WORKSPACE;
  for (let channel = 0; channel < channels; channel += 4) {
    for (let column = 0; column < TILE_IN; column++) transformInputGradient(from + <usize>column * positionBytes, 6 * positionBytes, half + (<usize>column << 4), 96, 0);
    for (let row = 0; row < TILE_IN; row++) transformInputGradient(half + <usize>row * 96, 16, to + <usize>row * rowBytes, pixelBytes, row < rows ? TILE_IN : columns);
    from += 16;
    to += 16;
  }
}

/** The same for a tile of which only the rows and columns from `top` to before `bottom` and `left` to before `right` exist. */
function edgeTile(from: usize, positionBytes: usize, to: usize, rowBytes: usize, pixelBytes: usize, rows: i32, columns: i32, channels: i32, top: i32, bottom: i32, left: i32, right: i32): void {
  const half = scratch + WORKSPACE, line = half + 36 * 16;
  for (let channel = 0; channel < channels; channel += 4) {
    for (let column = 0; column < TILE_IN; column++) transformInputGradient(from + <usize>column * positionBytes, 6 * positionBytes, half + (<usize>column << 4), 96, 0);
    for (let row = top; row < bottom; row++) {
      transformInputGradient(half + <usize>row * 96, 16, line, 16, 0);
      const added = row < rows ? TILE_IN : columns;
      for (let column = left; column < right; column++) {
        const value = v128.load(line + (<usize>column << 4));
        const at = to + <usize>row * rowBytes + <usize>column * pixelBytes;
        v128.store(at, column < added ? f32x4.add(v128.load(at), value) : value);
      }
    }
    from += 16;
    to += 16;
  }
}
