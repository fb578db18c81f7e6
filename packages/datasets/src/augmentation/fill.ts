/** What is put where a transformed image shows something beyond the original's edge: Keras's `fill_mode`. */
export type FillMode = 'constant' | 'nearest' | 'reflect' | 'wrap';

/**
 * Where a coordinate beyond the edge takes its value: a place from -1 to below `length`, or `undefined` for the constant.
 *
 * | mode | beyond `a b c d` |
 * |---|---|
 * | constant | k k k &#124; a b c d &#124; k k k |
 * | nearest | a a a &#124; a b c d &#124; d d d |
 * | reflect | c b a &#124; a b c d &#124; d c b |
 * | wrap | b c d &#124; a b c d &#124; b c d (the last and the first are one) |
 *
 * Source: `scipy.ndimage`, whose `wrap` has the period `length - 1`; Keras uses it.
 */
export function mapCoordinate(place: number, length: number, mode: FillMode): number | undefined {
  const last = length - 1;
  if (place >= 0 && place <= last) return place;
  if (mode === 'constant') return undefined;
  if (mode === 'nearest' || length === 1) return place < 0 ? 0 : last;
  if (mode === 'wrap') {
    if (place < 0) return place + last * (Math.trunc(-place / last) + 1);
    return place - last * Math.trunc(place / last);
  }
  const period = 2 * length;
  if (place < 0) {
    const within = place < -period ? place + period * Math.trunc(-place / period) : place;
    return within < -length ? within + period : -within - 1;
  }
  const within = place - period * Math.trunc(place / period);
  return within >= length ? period - within - 1 : within;
}
