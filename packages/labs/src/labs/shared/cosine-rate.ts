/**
 * The learning rate of an epoch, counted from 0: large at first, then along half a cosine down to a twentieth. Large steps find the
 * valley, small ones its floor.
 *
 * `rate = first · (0.05 + 0.95 · (1 + cos(π · epoch / epochs)) / 2)`
 */
export function cosineRate(first: number, epoch: number, epochs: number): number {
  return first * (0.05 + (0.95 * (1 + Math.cos((Math.PI * epoch) / epochs))) / 2);
}
