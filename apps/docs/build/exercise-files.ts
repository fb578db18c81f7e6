import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { catalog, type ExerciseStep } from '@tenlab/labs';

/** The exercise of a lab as its page has it. */
export interface ExerciseFile {
  starter: string;
  solution: string;
  steps: readonly Pick<ExerciseStep, 'id' | 'title' | 'hints'>[];
}

/** Writes the exercise of every lab that has one, `ID.json`, for its page to show; it is judged in a worker. */
export async function writeExercises(root: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { about, exercise } of catalog) {
    if (exercise === undefined) continue;
    const texts = join(root, 'packages/labs/src/labs', exercise.folder);
    const [starter, solution] = await Promise.all(
      ['exercise.ts', 'solution.ts'].map((file) => readFile(join(texts, file), 'utf8')),
    );
    const { steps } = await exercise.load();
    const file = {
      starter: starter!,
      solution: solution!,
      steps: steps.map(({ id, title, hints }) => ({ id, title, hints })),
    };
    await writeFile(join(folder, `${about.id}.json`), JSON.stringify(file satisfies ExerciseFile));
  }
}
