// Only what a list needs is loaded at once: errors bring TensorFlow.js along.
import { access, mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `.tenlab.json` beside an exercise: how far its learner is. */
export interface ExerciseState {
  lab: string;
  /** How many hints of each step were asked for. */
  hints: Record<string, number>;
  passed: boolean;
  /** How many steps passed when it was judged last. */
  steps?: { passed: number; all: number };
}

/** Where a learner's exercise lies unless told otherwise. */
export function exerciseFolder(lab: string, folder?: string): string {
  return resolve(folder ?? join('exercises', lab));
}

/** Whether a learner's file lies there. */
export function isStarted(folder: string): Promise<boolean> {
  return access(join(folder, 'exercise.ts')).then(
    () => true,
    () => false,
  );
}

/**
 * Writes an exercise's starter into a folder; returns the file.
 *
 * @throws TenlabError `exercise-exists` where there is one: nobody's work is written over.
 */
export async function startExercise(lab: string, folder: string, starter: string): Promise<string> {
  const file = join(folder, 'exercise.ts');
  if (await isStarted(folder)) {
    const { TenlabError } = await import('@tenlab/core');
    throw new TenlabError({
      code: 'exercise-exists',
      place: `start ${lab}`,
      expected: 'a folder without an exercise, for nothing is written over',
      received: file,
      remedy: `Go on with it by \`check ${lab}\`, rename it, or choose another place with \`--folder\`.`,
    });
  }
  const { writeFileAtomically } = await import('@tenlab/core/node');
  await mkdir(folder, { recursive: true });
  await writeFileAtomically(file, starter);
  await writeState(folder, { lab, hints: {}, passed: false });
  return file;
}

/** Reads how far the learner of an exercise is. @throws TenlabError `no-exercise` where none was started. */
export async function readState(lab: string, folder: string): Promise<ExerciseState> {
  try {
    await access(join(folder, 'exercise.ts'));
    const text = await readFile(join(folder, '.tenlab.json'), 'utf8').catch(() => '{}');
    const { hints = {}, passed = false, steps } = JSON.parse(text) as Partial<ExerciseState>;
    return { lab, hints, passed, ...(steps === undefined ? {} : { steps }) };
  } catch (cause) {
    const { inWords, TenlabError } = await import('@tenlab/core');
    throw new TenlabError({
      code: 'no-exercise',
      place: lab,
      expected: `the exercise that \`start ${lab}\` writes, at ${join(folder, 'exercise.ts')}`,
      received: inWords((cause as Error).message),
      remedy: `Start it with \`start ${lab}\`, or say where it lies with \`--folder\`.`,
      cause,
    });
  }
}

/** Writes how far the learner is. */
export async function writeState(folder: string, state: ExerciseState): Promise<void> {
  const { writeFileAtomically } = await import('@tenlab/core/node');
  await writeFileAtomically(join(folder, '.tenlab.json'), `${JSON.stringify(state, null, 2)}\n`);
}

/**
 * The text of a lab's `exercise.ts` or `solution.ts`, which this package carries as they are.
 *
 * @param lab the folder of the lab among the labs, such as `01-mnist-digits`
 */
export async function exerciseText(lab: string, file: 'exercise.ts' | 'solution.ts'): Promise<string> {
  // From the built command and from its source alike: up to the package, then down to the lab.
  for (let at = new URL('./', import.meta.url); ; at = new URL('../', at)) {
    const path = fileURLToPath(new URL(`src/labs/${lab}/${file}`, at));
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
    if (new URL('../', at).href === at.href) {
      const { inWords, TenlabError } = await import('@tenlab/core');
      throw new TenlabError({
        code: 'exercise-missing',
        place: lab,
        expected: `the file ${file} of the lab, in this package`,
        received: inWords('none'),
        remedy: 'Install @tenlab/labs anew.',
      });
    }
  }
}
