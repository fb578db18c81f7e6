import { loadLanes, storeLanes } from './lanes';
import { multiplyAdd } from './vector';

/**
 * to[c] = sum over the taps of a window of in[tap][c] weight[tap][c], for `channels` channels.
 * The window is `countY` x `countX` taps, `stepY` and `stepX` bytes apart; its weights `weightY` and `weightX`.
 */
export function weightedWindow(from: usize, countY: i32, countX: i32, stepY: usize, stepX: usize, weights: usize, weightY: usize, weightX: usize, to: usize, channels: i32): void {
  let channel = 0;
  for (; channel + 16 <= channels; channel += 16) {
    let a = f32x4.splat(0), b = a, c = a, d = a;
    let row = from, weightRow = weights;
    for (let y = 0; y < countY; y++) {
      let tap = row, weight = weightRow;
      for (let x = 0; x < countX; x++) {
        a = multiplyAdd(v128.load(tap), v128.load(weight), a);
        b = multiplyAdd(v128.load(tap, 16), v128.load(weight, 16), b);
        c = multiplyAdd(v128.load(tap, 32), v128.load(weight, 32), c);
        d = multiplyAdd(v128.load(tap, 48), v128.load(weight, 48), d);
        tap += stepX;
        weight += weightX;
      }
      row += stepY;
      weightRow += weightY;
    }
    v128.store(to, a);
    v128.store(to, b, 16);
    v128.store(to, c, 32);
    v128.store(to, d, 48);
    from += 64;
    weights += 64;
    to += 64;
  }
  for (; channel < channels; channel += 4) {
    const lanes = channels - channel;
    let a = f32x4.splat(0);
    let row = from, weightRow = weights;
    for (let y = 0; y < countY; y++) {
      let tap = row, weight = weightRow;
      for (let x = 0; x < countX; x++) {
        a = multiplyAdd(loadLanes(tap, lanes), loadLanes(weight, lanes), a);
        tap += stepX;
        weight += weightX;
      }
      row += stepY;
      weightRow += weightY;
    }
    storeLanes(to, a, lanes);
    from += 16;
    weights += 16;
    to += 16;
  }
}
