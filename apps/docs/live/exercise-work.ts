import type { Store } from './store-of';

/** What someone has done of an exercise: the file, and how many hints of each step were asked for. */
export interface ExerciseWork {
  text: string;
  hints: Record<string, number>;
}

const keyOf = (lab: string) => `tenlab-exercise-${lab}`;

/** The work on an exercise that this browser has kept; `undefined` where there is none, or none that can be read. */
export function readWork(store: Store, lab: string): ExerciseWork | undefined {
  try {
    const { text, hints } = JSON.parse(store.getItem(keyOf(lab)) ?? '{}') as Partial<ExerciseWork>;
    return typeof text === 'string' ? { text, hints: { ...hints } } : undefined;
  } catch {
    // Kept by another version, or by somebody's hand: the exercise then begins anew.
    return undefined;
  }
}

/** Keeps the work for the next visit; without it, forgets it. Returns false where the browser keeps nothing. */
export function keepWork(store: Store, lab: string, work: ExerciseWork | undefined): boolean {
  try {
    if (work === undefined) store.removeItem(keyOf(lab));
    else store.setItem(keyOf(lab), JSON.stringify(work));
    return true;
  } catch {
    return false;
  }
}
