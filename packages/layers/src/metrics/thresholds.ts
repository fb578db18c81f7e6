import { TenlabError } from '@tenlab/core';
import { EPSILON } from '../losses/probabilities';

/** Below every prediction: the threshold where only the best `topK` predictions are left standing. */
export const BELOW_ALL = -1e10;

/** Makes thresholds a list. Throws on one outside 0 to 1. */
export function thresholdList(
  place: string,
  thresholds: number | readonly number[] | null,
  otherwise: number,
): number[] {
  if (thresholds === null) return [otherwise];
  const list = typeof thresholds === 'number' ? [thresholds] : [...thresholds];
  const wrong = list.find((threshold) => !(threshold >= 0 && threshold <= 1));
  if (wrong === undefined) return list;
  throw new TenlabError({
    code: 'invalid-argument',
    place,
    expected: '`thresholds` must be from 0 to 1',
    received: wrong,
    remedy: 'Pass probabilities; for logits apply a sigmoid first.',
  });
}

/** Thresholds evenly spread from 0 to 1, both included. */
export function evenThresholds(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i / (count - 1));
}

/** Whether there are at least three thresholds, and they are those of {@link evenThresholds}. */
export function areEven(thresholds: readonly number[]): boolean {
  if (thresholds.length < 3) return false;
  const even = evenThresholds(thresholds.length);
  return thresholds.every((threshold, i) => Math.abs(threshold - even[i]!) <= EPSILON + 1e-5 * even[i]!);
}
