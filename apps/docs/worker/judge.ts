import { catalog, type GradedStep, grade, inLanguage, type Work } from '@tenlab/labs';
import type { GradeRequest, StepResult } from './protocol';
import { exportsOf } from './run-sources';

/** Judges a learner's file by the lab's own steps, as `tenlab check` does: the mistakes in words, in the learner's language. */
export async function judge({ lab, language, dataUrl, text }: Omit<GradeRequest, 'type'>): Promise<StepResult[]> {
  const entry = catalog.find(({ about }) => about.id === lab);
  if (entry?.exercise === undefined) {
    throw new Error(`A lab with an exercise was expected. Received: '${lab}'. Choose a lab of the course.`);
  }
  const exercise = await entry.exercise.load();
  let work: Work;
  try {
    work = await exportsOf({ entry: 'exercise.ts', files: { 'exercise.ts': text } });
  } catch (error) {
    const told = { en: 'The file cannot be loaded:', zh: '文件无法加载：' }[language];
    const mistake = { id: 'does-not-load', text: `${told} ${error instanceof Error ? error.message : String(error)}` };
    return exercise.steps.map(({ id }, index) =>
      index === 0 ? { id, state: 'failed', mistake } : { id, state: 'waiting' },
    );
  }
  const graded = await grade(exercise, work, { baseUrl: dataUrl });
  return graded.map(({ step, state, mistake }: GradedStep) => ({
    id: step.id,
    state,
    ...(mistake && { mistake: { id: mistake.id, text: inLanguage(mistake.text, language) } }),
  }));
}
