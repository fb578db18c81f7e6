import { pointer, word } from '../lib/arguments';
import { startOf } from '../lib/partition';
import { TILE_IN, TILE_OUT, transformOutputGradient } from '../lib/winograd';
import { goToTile, tileImage, tileX, tileY } from '../lib/winograd-tiles';
import { scratch, WORKSPACE } from '../program/scratch';

/**
 * Transforms dy, the gradient of a 3x3 convolution's output, NHWC, for Winograd's filter gradient, and packs it: for each of
 * the 36 positions panels of eight filters, [position][panel][tile][8]. What a tile hangs over the edge counts as zero.
 * Filters are a multiple of four; the second half of a last panel that they do not fill is left as it is. Split by tiles.
 *
 * Arguments: dy, out, batch, height, width, filters, tilesDown, tilesAcross, positionBytes.
 */
export function winogradOutputGradient(args: usize, thread: i32, threads: i32): void {
  const height = word(args, 3), width = word(args, 4), filters = word(args, 5);
  const down = word(args, 6), across = word(args, 7);
  const tiles = word(args, 2) * down * across;
  const pixelBytes = <usize>filters << 2;
  const rowBytes = <usize>width * pixelBytes;
  const positionBytes = pointer(args, 8);
  const half = scratch + WORKSPACE;
  const patch = half + 24 * 16;
  const last = startOf(tiles, thread + 1, threads);
  for (let tile = startOf(tiles, thread, threads); tile < last; tile++) {
    goToTile(tile, down, across);
    const rows = min(TILE_OUT, height - tileY), columns = min(TILE_OUT, width - tileX);
    const whole = rows == TILE_OUT && columns == TILE_OUT;
    const corner = pointer(args, 0) + <usize>(tileImage * height + tileY) * rowBytes + <usize>tileX * pixelBytes;
    if (!whole) memory.fill(patch, 0, TILE_OUT * TILE_OUT * 16);
    for (let filter = 0; filter < filters; filter += 4) {
      const offset = <usize>filter << 2;
      if (whole) {
        for (let row = 0; row < TILE_OUT; row++) transformOutputGradient(corner + offset + <usize>row * rowBytes, pixelBytes, half + <usize>row * 96, 16);
      } else {
        copyPatch(corner + offset, rows, columns, rowBytes, pixelBytes, patch);
        for (let row = 0; row < TILE_OUT; row++) transformOutputGradient(patch + <usize>row * 64, 16, half + <usize>row * 96, 16);
      }
      const to = pointer(args, 1) + (<usize>(filter >> 3) * <usize>tiles + <usize>tile << 5) + (<usize>(filter & 4) << 2);
      for (let column = 0; column < TILE_IN; column++) transformOutputGradient(half + (<usize>column << 4), 96, to + <usize>column * positionBytes, 6 * positionBytes);
    }
  }
}

/** Copies the pixels that there are into a patch of four by four. */
function copyPatch(from: usize, rows: i32, columns: i32, rowBytes: usize, pixelBytes: usize, to: usize): void {
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      v128.store(to + (<usize>column << 4), v128.load(from + <usize>column * pixelBytes));
    }
    from += rowBytes;
    to += 64;
  }
}
