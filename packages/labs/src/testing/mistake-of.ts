import { type Exercise, grade, type Work } from '../exercises/grade';

/** For tests: the step at which a solution with some of its functions changed stops, and the name of the mistake. */
export async function mistakeOf(
  exercise: Exercise,
  solution: Work,
  changed: Work,
): Promise<[step: string | undefined, mistake: string | undefined]> {
  const steps = await grade(exercise, { ...solution, ...changed });
  const failed = steps.find(({ state }) => state !== 'passed');
  return [failed?.step.id, failed?.mistake?.id];
}
