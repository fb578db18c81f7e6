import type { DatasetOptions } from '../define-lab';
import type { Text } from '../texts';
import { Mistake } from './mistake';

/** What a learner's file exports, as it was found: nothing is taken for granted. */
export type Work = Readonly<Record<string, unknown>>;

/** Three hints for a step: from a nudge to nearly the answer. */
export type Hints = readonly [Text, Text, Text];

/** One step of an exercise: a function to write, and how it is judged. */
export interface ExerciseStep {
  id: string;
  title: Text;
  hints: Hints;
  /** Judges the work, on data from where `datasets` says; throws a {@link Mistake} where it is wrong. */
  check(work: Work, datasets: DatasetOptions): void | Promise<void>;
}

/** The exercise of a lab: its steps in the order in which they are done. */
export interface Exercise {
  lab: string;
  steps: readonly ExerciseStep[];
}

/** How a step came out. `waiting`: an earlier one must pass first; `todo`: not begun. */
export interface GradedStep {
  step: ExerciseStep;
  state: 'passed' | 'failed' | 'todo' | 'waiting';
  /** Where it failed: the mistake's name and its text. */
  mistake?: { id: string; text: Text };
}

/**
 * Judges a learner's work step by step, up to the first that does not pass.
 *
 * An error out of the learner's own code is a mistake as well, named `threw`: people get its message and the line, not a stack.
 *
 * @param datasets where the data of a step are looked for; in a page `baseUrl` says where its own copies lie
 *
 * @example
 * const graded = await grade(exercise, await import('./exercise'));
 * graded.map(({ state }) => state); // ['passed', 'failed', 'waiting']
 */
export async function grade(
  exercise: Exercise,
  work: Work,
  datasets: DatasetOptions = { offline: true },
): Promise<GradedStep[]> {
  const graded: GradedStep[] = [];
  let open = true;
  for (const step of exercise.steps) {
    if (!open) {
      graded.push({ step, state: 'waiting' });
      continue;
    }
    const result = await judge(step, work, datasets);
    graded.push(result);
    open = result.state === 'passed';
  }
  return graded;
}

async function judge(step: ExerciseStep, work: Work, datasets: DatasetOptions): Promise<GradedStep> {
  try {
    await step.check(work, datasets);
    return { step, state: 'passed' };
  } catch (error) {
    if (error instanceof Mistake) return { step, state: 'failed', mistake: { id: error.id, text: error.text } };
    const message = error instanceof Error ? error.message : String(error);
    if (/^TODO\b/.test(message)) return { step, state: 'todo' };
    const line = error instanceof Error ? lineOf(error) : undefined;
    const where = line === undefined ? { en: '', zh: '' } : { en: `, in line ${line}`, zh: `（第 ${line} 行）` };
    const text = {
      en: `Your code threw an error${where.en}: ${message}`,
      zh: `你的代码抛出了错误${where.zh}：${message}`,
    };
    return { step, state: 'failed', mistake: { id: 'threw', text } };
  }
}

/** The line of the learner's file in which an error arose, from its stack. */
function lineOf({ stack = '' }: Error): string | undefined {
  return /exercise[^\s():]*\.m?[jt]s(?:\?[^:]*)?:(\d+):\d+/.exec(stack)?.[1];
}
