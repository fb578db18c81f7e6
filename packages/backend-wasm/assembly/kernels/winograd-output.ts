import { float, pointer, word } from '../lib/arguments';
import { epilogue } from '../lib/epilogue';
import { startOf } from '../lib/partition';
import { TILE_OUT, transformOutput } from '../lib/winograd';
import { goToTile, tileImage, tileX, tileY } from '../lib/winograd-tiles';
import { scratch, WORKSPACE } from '../program/scratch';

/**
 * Turns the products of a Winograd convolution, [position][tile][filter], into its output, NHWC, and adds bias and activation.
 * Filters are a multiple of four. Split by tiles.
 *
 * Arguments: 0 in, 1 out, 2 batch, 3 outHeight, 4 outWidth, 5 filters, 6 tilesDown, 7 tilesAcross, 8 bias, 9 activation, 10 slope, 11 alpha,
 * 12 positionBytes (from one position to the next).
 */
export function winogradOutput(args: usize, thread: i32, threads: i32): void {
  const height = word(args, 3), width = word(args, 4), filters = word(args, 5);
  const down = word(args, 6), across = word(args, 7);
  const tiles = word(args, 2) * down * across;
  const pixelBytes = <usize>filters << 2;
  const rowBytes = <usize>width * pixelBytes;
  const positionBytes = pointer(args, 12);
  const half = scratch + WORKSPACE;
  const whole = half + 24 * 16;
  const last = startOf(tiles, thread + 1, threads);
  for (let tile = startOf(tiles, thread, threads); tile < last; tile++) {
    goToTile(tile, down, across);
    const rows = min(TILE_OUT, height - tileY), columns = min(TILE_OUT, width - tileX);
    const corner = pointer(args, 1) + <usize>(tileImage * height + tileY) * rowBytes + <usize>tileX * pixelBytes;
    for (let filter = 0; filter < filters; filter += 4) {
      const offset = <usize>filter << 2;
      const from = pointer(args, 0) + <usize>tile * pixelBytes + offset;
      for (let column = 0; column < 6; column++) transformOutput(from + <usize>column * positionBytes, 6 * positionBytes, half + (<usize>column << 4), 96);
      for (let row = 0; row < rows; row++) {
        const to = corner + <usize>row * rowBytes + offset;
        if (columns == TILE_OUT) {
          transformOutput(half + <usize>row * 96, 16, to, pixelBytes);
        } else {
          transformOutput(half + <usize>row * 96, 16, whole, 16);
          for (let column = 0; column < columns; column++) v128.store(to + <usize>column * pixelBytes, v128.load(whole + (<usize>column << 4)));
        }
      }
    }
    for (let row = 0; row < rows; row++) {
      epilogue(corner + <usize>row * rowBytes, columns, filters, pixelBytes, pointer(args, 8), word(args, 9), pointer(args, 10), float(args, 11));
    }
  }
}
