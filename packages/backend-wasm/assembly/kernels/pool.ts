import { pointer, word } from '../lib/arguments';
import { loadLanes, storeLanes } from '../lib/lanes';
import { startOf } from '../lib/partition';
import { firstTap, inPixels, lastTap, outPixels } from '../lib/window';

/**
 * Pooling, NDHWC: each output is the maximum or the average of what its window sees of one channel. Padding is never seen:
 * an average is over the elements inside. A maximum passes over
 * NaNs, as all of TF.js does; of an empty window it is -Infinity and the average 0. Split by output pixels.
 *
 * Arguments: 0 to 21 as in lib/window.ts, 22 average (0: maximum).
 */
export function pool(args: usize, thread: i32, threads: i32): void {
  const depth = word(args, 3), height = word(args, 4), width = word(args, 5), channels = word(args, 6);
  const outDepth = word(args, 7), outHeight = word(args, 8), outWidth = word(args, 9);
  const dilationZ = word(args, 16), dilationY = word(args, 17), dilationX = word(args, 18);
  const average = word(args, 22);
  const pixelBytes = <usize>channels << 2;
  const stepX = pixelBytes * dilationX, stepY = pixelBytes * width * dilationY, stepZ = pixelBytes * height * width * dilationZ;
  const perImage = outPixels(args);
  const imageBytes = pixelBytes * inPixels(args);
  const pixels = word(args, 2) * perImage;
  const last = startOf(pixels, thread + 1, threads);
  let pixel = startOf(pixels, thread, threads);
  if (pixel == last) return;
  let to = pointer(args, 1) + <usize>pixel * pixelBytes;
  let image = pointer(args, 0) + <usize>(pixel / perImage) * imageBytes;
  const inside = pixel % perImage;
  let z = inside / (outHeight * outWidth), y = inside / outWidth % outHeight, x = inside % outWidth;
  for (; pixel < last; pixel++) {
    const startZ = z * word(args, 13) - word(args, 19), startY = y * word(args, 14) - word(args, 20), startX = x * word(args, 15) - word(args, 21);
    const firstZ = firstTap(startZ, dilationZ), firstY = firstTap(startY, dilationY), firstX = firstTap(startX, dilationX);
    const countZ = lastTap(startZ, depth, word(args, 10), dilationZ) - firstZ;
    const countY = lastTap(startY, height, word(args, 11), dilationY) - firstY;
    const countX = lastTap(startX, width, word(args, 12), dilationX) - firstX;
    const corner = ((startZ + firstZ * dilationZ) * height + startY + firstY * dilationY) * width + startX + firstX * dilationX;
    const from = image + <usize>corner * pixelBytes;
    if (average) averageWindow(from, countZ, countY, countX, stepZ, stepY, stepX, to, channels);
    else maximumWindow(from, countZ, countY, countX, stepZ, stepY, stepX, to, channels);
    to += pixelBytes;
    if (++x == outWidth) {
      x = 0;
      if (++y == outHeight) {
        y = 0;
        if (++z == outDepth) {
          z = 0;
          image += imageBytes;
        }
      }
    }
  }
}

function maximumWindow(from: usize, countZ: i32, countY: i32, countX: i32, stepZ: usize, stepY: usize, stepX: usize, to: usize, channels: i32): void {
  let channel = 0;
  for (; channel + 16 <= channels; channel += 16) {
    let a = f32x4.splat(-Infinity), b = a, c = a, d = a;
    let plane = from;
    for (let z = 0; z < countZ; z++) {
      let row = plane;
      for (let y = 0; y < countY; y++) {
        let tap = row;
        for (let x = 0; x < countX; x++) {
          a = f32x4.pmax(a, v128.load(tap));
          b = f32x4.pmax(b, v128.load(tap, 16));
          c = f32x4.pmax(c, v128.load(tap, 32));
          d = f32x4.pmax(d, v128.load(tap, 48));
          tap += stepX;
        }
        row += stepY;
      }
      plane += stepZ;
    }
    v128.store(to, a);
    v128.store(to, b, 16);
    v128.store(to, c, 32);
    v128.store(to, d, 48);
    from += 64;
    to += 64;
  }
  for (; channel < channels; channel += 4) {
    const lanes = channels - channel;
    let a = f32x4.splat(-Infinity);
    let plane = from;
    for (let z = 0; z < countZ; z++) {
      let row = plane;
      for (let y = 0; y < countY; y++) {
        let tap = row;
        for (let x = 0; x < countX; x++) {
          a = f32x4.pmax(a, loadLanes(tap, lanes));
          tap += stepX;
        }
        row += stepY;
      }
      plane += stepZ;
    }
    storeLanes(to, a, lanes);
    from += 16;
    to += 16;
  }
}

function averageWindow(from: usize, countZ: i32, countY: i32, countX: i32, stepZ: usize, stepY: usize, stepX: usize, to: usize, channels: i32): void {
  const count = f32x4.splat(<f32>max(1, max(0, countZ) * max(0, countY) * max(0, countX)));
  for (let channel = 0; channel < channels; channel += 4) {
    const lanes = channels - channel;
    let sum = f32x4.splat(0);
    let plane = from;
    for (let z = 0; z < countZ; z++) {
      let row = plane;
      for (let y = 0; y < countY; y++) {
        let tap = row;
        for (let x = 0; x < countX; x++) {
          sum = f32x4.add(sum, loadLanes(tap, lanes));
          tap += stepX;
        }
        row += stepY;
      }
      plane += stepZ;
    }
    storeLanes(to, f32x4.div(sum, count), lanes);
    from += 16;
    to += 16;
  }
}
