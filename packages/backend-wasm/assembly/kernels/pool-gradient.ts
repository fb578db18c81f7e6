import { pointer, word } from '../lib/arguments';
import { loadLanes, storeLanes } from '../lib/lanes';
import { startOf } from '../lib/partition';
import { firstTap, inPixels, lastTap, outPixels } from '../lib/window';

/** Channels in a unit of work: one cache line of floats. */
const UNIT: i32 = 16;

/**
 * The gradient of pooling, NDHWC. Of a maximum, each window's dy goes to the first of its largest elements, in memory
 * order, as TensorFlow has it; of an average, dy / (elements inside) goes to each of them, or with `divisor` > 0,
 * dy / divisor. Windows are gone through in memory
 * order and a thread owns whole (image, 16 channels) units of dx, so that sums do not depend on how the work is split.
 *
 * Arguments: 0 to 21 as in lib/window.ts, with 0 the pooled input (unused for an average) and 1 dx; 22 average, 23 dy, 24 divisor.
 */
export function poolGradient(args: usize, thread: i32, threads: i32): void {
  const channels = word(args, 6);
  const groups = (channels + UNIT - 1) / UNIT;
  const units = word(args, 2) * groups;
  let unit = startOf(units, thread, threads);
  const last = startOf(units, thread + 1, threads);
  while (unit < last) {
    const image = unit / groups, group = unit % groups;
    const here = min(groups - group, last - unit);
    imageGradient(args, image, group * UNIT, min(channels, (group + here) * UNIT));
    unit += here;
  }
}

function imageGradient(args: usize, image: i32, firstChannel: i32, lastChannel: i32): void {
  const depth = word(args, 3), height = word(args, 4), width = word(args, 5), channels = word(args, 6);
  const outDepth = word(args, 7), outHeight = word(args, 8), outWidth = word(args, 9);
  const dilationZ = word(args, 16), dilationY = word(args, 17), dilationX = word(args, 18);
  const average = word(args, 22);
  const pixelBytes = <usize>channels << 2;
  const stepX = pixelBytes * dilationX, stepY = pixelBytes * width * dilationY, stepZ = pixelBytes * height * width * dilationZ;
  const offset = <usize>(image * inPixels(args)) * pixelBytes + (<usize>firstChannel << 2);
  const input = pointer(args, 0) + offset, dx = pointer(args, 1) + offset;
  const channelsHere = lastChannel - firstChannel;
  // Windows of two by two that do not overlap, the usual ones, need no sums.
  const isTwos = word(args, 10) == 1 && word(args, 11) == 2 && word(args, 12) == 2 && word(args, 14) >= 2 && word(args, 15) >= 2 && dilationY == 1 && dilationX == 1 && (channels & 3) == 0;
  clear(dx, inPixels(args), pixelBytes, channelsHere);
  let dy = pointer(args, 23) + <usize>(image * outPixels(args)) * pixelBytes + (<usize>firstChannel << 2);
  for (let z = 0; z < outDepth; z++) {
    const startZ = z * word(args, 13) - word(args, 19), firstZ = firstTap(startZ, dilationZ);
    const countZ = lastTap(startZ, depth, word(args, 10), dilationZ) - firstZ;
    for (let y = 0; y < outHeight; y++) {
      const startY = y * word(args, 14) - word(args, 20), firstY = firstTap(startY, dilationY);
      const countY = lastTap(startY, height, word(args, 11), dilationY) - firstY;
      const line = ((startZ + firstZ * dilationZ) * height + startY + firstY * dilationY) * width;
      const two = isTwos && countZ == 1 && countY == 2;
      for (let x = 0; x < outWidth; x++) {
        const startX = x * word(args, 15) - word(args, 21), firstX = firstTap(startX, dilationX);
        const countX = lastTap(startX, width, word(args, 12), dilationX) - firstX;
        const square = two && countX == 2;
        if (countZ > 0 && countY > 0 && countX > 0) {
          const corner = <usize>(line + startX + firstX * dilationX) * pixelBytes;
          if (average) averageGradient(dx + corner, countZ, countY, countX, stepZ, stepY, stepX, dy, channelsHere, word(args, 24));
          else if (square) maximumGradientOfFour(input + corner, dx + corner, stepY, stepX, dy, channelsHere);
          else maximumGradient(input + corner, dx + corner, countZ, countY, countX, stepZ, stepY, stepX, dy, channelsHere);
        }
        dy += pixelBytes;
      }
    }
  }
}

function clear(to: usize, pixels: i32, pixelBytes: usize, channels: i32): void {
  const bytes = <usize>channels << 2;
  if (bytes == pixelBytes) {
    memory.fill(to, 0, <usize>pixels * bytes);
    return;
  }
  for (let pixel = 0; pixel < pixels; pixel++) {
    memory.fill(to, 0, bytes);
    to += pixelBytes;
  }
}

function maximumGradient(from: usize, dx: usize, countZ: i32, countY: i32, countX: i32, stepZ: usize, stepY: usize, stepX: usize, dy: usize, channels: i32): void {
  for (let channel = 0; channel < channels; channel += 4) {
    const lanes = channels - channel;
    let best = f32x4.splat(-Infinity);
    let where = i32x4.splat(0), index = where;
    let plane = from;
    for (let z = 0; z < countZ; z++) {
      let row = plane;
      for (let y = 0; y < countY; y++) {
        let tap = row;
        for (let x = 0; x < countX; x++) {
          const value = loadLanes(tap, lanes);
          const larger = f32x4.gt(value, best);
          best = v128.bitselect(value, best, larger);
          where = v128.bitselect(index, where, larger);
          index = i32x4.add(index, i32x4.splat(1));
          tap += stepX;
        }
        row += stepY;
      }
      plane += stepZ;
    }
    const gradient = loadLanes(dy, lanes);
    index = i32x4.splat(0);
    plane = dx;
    for (let z = 0; z < countZ; z++) {
      let row = plane;
      for (let y = 0; y < countY; y++) {
        let tap = row;
        for (let x = 0; x < countX; x++) {
          storeLanes(tap, f32x4.add(loadLanes(tap, lanes), v128.and(gradient, i32x4.eq(index, where))), lanes);
          index = i32x4.add(index, i32x4.splat(1));
          tap += stepX;
        }
        row += stepY;
      }
      plane += stepZ;
    }
    from += 16;
    dx += 16;
    dy += 16;
  }
}

/** The same for a window of two by two that no other overlaps, and channels by fours: what it gives is all there is. */
function maximumGradientOfFour(from: usize, dx: usize, stepY: usize, stepX: usize, dy: usize, channels: i32): void {
  const end = from + (<usize>channels << 2);
  while (from < end) {
    const a = v128.load(from), b = v128.load(from + stepX), c = v128.load(from + stepY), d = v128.load(from + stepY + stepX);
    const gradient = v128.load(dy);
    const largest = f32x4.pmax(f32x4.pmax(f32x4.pmax(f32x4.pmax(f32x4.splat(-Infinity), a), b), c), d);
    let left = gradient;
    const isA = f32x4.eq(a, largest);
    v128.store(dx, v128.and(left, isA));
    left = v128.andnot(left, isA);
    const isB = f32x4.eq(b, largest);
    v128.store(dx + stepX, v128.and(left, isB));
    left = v128.andnot(left, isB);
    const isC = f32x4.eq(c, largest);
    v128.store(dx + stepY, v128.and(left, isC));
    v128.store(dx + stepY + stepX, v128.and(v128.andnot(left, isC), f32x4.eq(d, largest)));
    from += 16;
    dx += 16;
    dy += 16;
  }
}

function averageGradient(dx: usize, countZ: i32, countY: i32, countX: i32, stepZ: usize, stepY: usize, stepX: usize, dy: usize, channels: i32, divisor: i32): void {
  const count = f32x4.splat(<f32>(divisor ? divisor : countZ * countY * countX));
  for (let channel = 0; channel < channels; channel += 4) {
    const lanes = channels - channel;
    const gradient = f32x4.div(loadLanes(dy, lanes), count);
    let plane = dx;
    for (let z = 0; z < countZ; z++) {
      let row = plane;
      for (let y = 0; y < countY; y++) {
        let tap = row;
        for (let x = 0; x < countX; x++) {
          storeLanes(tap, f32x4.add(loadLanes(tap, lanes), gradient), lanes);
          tap += stepX;
        }
        row += stepY;
      }
      plane += stepZ;
    }
    dx += 16;
    dy += 16;
  }
}
