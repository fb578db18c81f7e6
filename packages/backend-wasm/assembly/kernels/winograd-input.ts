import { pointer, word } from '../lib/arguments';
import { copy } from '../lib/copy';
import { startOf } from '../lib/partition';
import { POSITIONS, TILE_IN, transformInput } from '../lib/winograd';
import { goToTile, tileImage, tileX, tileY } from '../lib/winograd-tiles';
import { scratch, WORKSPACE } from '../program/scratch';

/** The most bytes of a tile that go to a position in one go: 36 streams of 16 bytes are more than a processor follows. */
const RUN: usize = 256;

/**
 * Transforms the input of a 3x3 convolution of stride 1, NHWC, for Winograd: [position][tile][channel], 36 positions. A tile
 * is four by four output pixels and sees six by six input pixels; what lies outside the image is zero. Channels are a
 * multiple of four; positions lie `positionBytes` apart. Split by tiles.
 *
 * Arguments: in, out, batch, height, width, channels, tilesDown, tilesAcross, padTop, padLeft, positionBytes.
 */
export function winogradInput(args: usize, thread: i32, threads: i32): void {
  const height = word(args, 3), width = word(args, 4), channels = word(args, 5);
  const down = word(args, 6), across = word(args, 7);
  const tiles = word(args, 2) * down * across;
  const pixelBytes = <usize>channels << 2;
  const rowBytes = <usize>width * pixelBytes;
  const positionBytes = pointer(args, 10);
  const half = scratch + WORKSPACE;
  const block = half + 36 * 16;
  const patch = block + POSITIONS * RUN;
  const last = startOf(tiles, thread + 1, threads);
  for (let tile = startOf(tiles, thread, threads); tile < last; tile++) {
    goToTile(tile, down, across);
    const y = tileY - word(args, 8), x = tileX - word(args, 9);
    const inner = y >= 0 && x >= 0 && y + TILE_IN <= height && x + TILE_IN <= width;
    const base = pointer(args, 0) + <usize>tileImage * <usize>height * rowBytes;
    // A tile at the edge goes through a patch with the zeros in it.
    let from = base + <usize>y * rowBytes + <usize>x * pixelBytes, lineBytes = rowBytes;
    if (!inner) {
      copyPatch(base, y, x, height, width, rowBytes, pixelBytes, patch);
      from = patch;
      lineBytes = TILE_IN * pixelBytes;
    }
    let to = pointer(args, 1) + <usize>tile * pixelBytes;
    for (let left = pixelBytes; left > 0; ) {
      const run = min(RUN, left);
      for (let offset: usize = 0; offset < run; offset += 16) {
        for (let row = 0; row < TILE_IN; row++) transformInput(from + offset + <usize>row * lineBytes, pixelBytes, half + <usize>row * 96, 16);
        for (let column = 0; column < TILE_IN; column++) transformInput(half + (<usize>column << 4), 96, block + offset + <usize>column * RUN, 6 * RUN);
      }
      for (let position = 0; position < POSITIONS; position++) copy(block + <usize>position * RUN, to + <usize>position * positionBytes, run);
      from += run;
      to += run;
      left -= run;
    }
  }
}

/** Copies the six by six pixels from (y, x) on, all their channels, zeros outside the image. */
function copyPatch(image: usize, y: i32, x: i32, height: i32, width: i32, rowBytes: usize, pixelBytes: usize, to: usize): void {
  const lineBytes = TILE_IN * pixelBytes;
  const first = max(0, -x), count = min(TILE_IN, width - x) - first;
  for (let row = 0; row < TILE_IN; row++) {
    const there = <u32>(y + row) < <u32>height && count > 0;
    if (!there || count < TILE_IN) memory.fill(to, 0, lineBytes);
    if (there) memory.copy(to + <usize>first * pixelBytes, image + <usize>(y + row) * rowBytes + <usize>(x + first) * pixelBytes, <usize>count * pixelBytes);
    to += lineBytes;
  }
}
