import { pointer, word } from '../lib/arguments';
import { startOf } from '../lib/partition';
import { transformWeightsGradient } from '../lib/winograd';
import { scratch, WORKSPACE } from '../program/scratch';

/**
 * Turns the sums of products of Winograd's filter gradient, [position][channel][filter], into dW[3, 3, channel, filter].
 * Filters are a multiple of four. Split by channels.
 *
 * Arguments: in, dW, channels, filters, positionBytes (from one position to the next).
 */
export function winogradFilterGradient(args: usize, thread: i32, threads: i32): void {
  const channels = word(args, 2), filters = word(args, 3);
  const positionBytes = pointer(args, 4);
  const tapBytes = <usize>channels * <usize>filters << 2;
  const half = scratch + WORKSPACE;
  const last = startOf(channels, thread + 1, threads);
  for (let channel = startOf(channels, thread, threads); channel < last; channel++) {
    const offset = <usize>channel * <usize>filters << 2;
    for (let filter = 0; filter < filters; filter += 4) {
      const at = offset + (<usize>filter << 2);
      const from = pointer(args, 0) + at, to = pointer(args, 1) + at;
      for (let x = 0; x < 6; x++) transformWeightsGradient(from + <usize>x * positionBytes, 6 * positionBytes, half + (<usize>x << 4), 96);
      for (let row = 0; row < 3; row++) transformWeightsGradient(half + <usize>row * 96, 16, to + <usize>(row * 3) * tapBytes, tapBytes);
    }
  }
}
