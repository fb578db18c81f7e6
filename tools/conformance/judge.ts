import type { Deviation } from './deviation';

/** Whether all deviations of a case are within tolerance. `excess` is the largest, as a multiple of what is allowed. */
export interface Verdict {
  passed: boolean;
  excess: number;
  /** Why it failed; empty when it passed. */
  reason: string;
}

/** Judges the deviations of one case. A case that compared nothing has not passed. */
export function judge(deviations: readonly Deviation[]): Verdict {
  if (deviations.length === 0) return { passed: false, excess: Infinity, reason: 'nothing was compared' };
  const worst = deviations.reduce((most, next) => (next.excess > most.excess ? next : most));
  const failing = deviations.filter(({ excess }) => !(excess <= 1));
  const more = failing.length > 1 ? ` (and ${failing.length - 1} more)` : '';
  const passed = failing.length === 0;
  return { passed, excess: worst.excess, reason: passed ? '' : `${worst.text}${more}` };
}
