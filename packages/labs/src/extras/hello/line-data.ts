import type { LabData } from '../../define-lab';

/** Six points of a line, and a place where nobody has looked. */
export interface LineData extends LabData {
  x: Float32Array;
  y: Float32Array;
  /** Asked for at the end. */
  unseen: number;
}

/** The rule that is to be found. */
export const rule = (x: number) => 3 * x + 1;

/** The course's six pairs: x from -1 to 4, and y = 3x + 1. */
export function lineData(): LineData {
  const x = Float32Array.of(-1, 0, 1, 2, 3, 4);
  return {
    name: 'line',
    source: 'y = 3x + 1',
    counts: { train: x.length, test: 1 },
    x,
    y: x.map(rule),
    unseen: 10,
  };
}
