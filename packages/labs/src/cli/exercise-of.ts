import type { LabAbout } from '../define-lab';
import type { Exercise } from '../exercises/grade';
import type { Screen } from './screen';
import { usageCode } from './usage';

/** The options of the commands for exercises, as they were typed. */
export interface ExerciseFlags {
  folder?: string;
  hint?: boolean;
  giveUp?: boolean;
  json?: boolean;
}

/** The exercise that a command is about. */
export interface ChosenExercise {
  about: LabAbout;
  /** The learner's folder. */
  folder: string;
  /** The learner's file. */
  file: string;
  /** The folder of the lab in this package, where the texts lie. */
  texts: string;
  load(): Promise<Exercise>;
}

/** What commands to try repeat of this command line. */
export function ownOptions(flags: ExerciseFlags, { langOption }: Pick<Screen, 'langOption'>): string {
  return `${flags.folder === undefined ? '' : ` --folder ${flags.folder}`}${langOption}`;
}

/**
 * Finds the exercise of a lab and the folder it lies in.
 *
 * @throws TenlabError `unknown-lab`, or `usage` for a lab that has no exercise.
 */
export async function exerciseOf(labName: string, flags: ExerciseFlags): Promise<ChosenExercise> {
  const [{ catalog, findLab }, { exerciseFolder }] = await Promise.all([
    import('../labs/catalog'),
    import('../exercises/node/exercise-folder'),
  ]);
  const { about, exercise } = await findLab(labName);
  if (exercise === undefined) {
    const { TenlabError } = await import('@tenlab/core');
    const those = catalog.filter((entry) => entry.exercise !== undefined).map((entry) => entry.about.id);
    throw new TenlabError({
      code: usageCode,
      place: 'LAB',
      expected: 'a lab with an exercise',
      received: about.id,
      remedy: `Exercises have: ${those.join(', ')}.`,
    });
  }
  const { join } = await import('node:path');
  const folder = exerciseFolder(about.id, flags.folder);
  return { about, folder, file: join(folder, 'exercise.ts'), texts: exercise.folder, load: exercise.load };
}
