import { relative } from 'node:path';
import type { GradedStep } from '../exercises/grade';
import type { Text } from '../texts';
import { commandName } from './command-name';
import { type ChosenExercise, type ExerciseFlags, exerciseOf, ownOptions } from './exercise-of';
import type { Screen } from './screen';

/** `tenlab check LAB`: judges a learner's exercise. Returns 0 where every step passes, 1 otherwise. */
export async function check(labName: string, flags: ExerciseFlags, screen: Screen): Promise<number> {
  const chosen = await exerciseOf(labName, flags);
  const { readState, writeState } = await import('../exercises/node/exercise-folder');
  const state = await readState(chosen.about.id, chosen.folder);
  const graded = await gradeFile(chosen);
  const open = graded.find(({ state: how }) => how !== 'passed');
  const passed = open === undefined;
  const asked = open === undefined ? 0 : (state.hints[open.step.id] ?? 0);
  const hints = open === undefined ? 0 : Math.min(3, asked + (flags.hint === true ? 1 : 0));
  const kept = open === undefined ? state.hints : { ...state.hints, [open.step.id]: hints };
  const steps = { passed: graded.filter(({ state: how }) => how === 'passed').length, all: graded.length };
  await writeState(chosen.folder, { ...state, hints: kept, passed: state.passed || passed, steps });
  show(screen, chosen, graded, hints, flags);
  return passed ? 0 : 1;
}

async function gradeFile({ load, file }: ChosenExercise): Promise<GradedStep[]> {
  const [{ grade }, { loadWork }, { Mistake }, core] = await Promise.all([
    import('../exercises/grade'),
    import('../exercises/node/load-work'),
    import('../exercises/mistake'),
    import('@tenlab/core'),
  ]);
  await core.useBackend();
  core.setSeed(1);
  const exercise = await load();
  try {
    return await grade(exercise, await loadWork(file));
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    return exercise.steps.map((step, index) =>
      index === 0 ? { step, state: 'failed', mistake: { id: error.id, text: error.text } } : { step, state: 'waiting' },
    );
  }
}

function show(
  screen: Screen,
  { about, file }: ChosenExercise,
  graded: readonly GradedStep[],
  hints: number,
  flags: ExerciseFlags,
): void {
  const { bold, dim, green, red, yellow, cyan } = screen.colors;
  const say = (en: string, zh: string) => screen.tell({ en, zh });
  const signs = { passed: green('✓'), failed: red('✗'), todo: yellow('○'), waiting: dim('·') };
  screen.say(dim(relative(process.cwd(), file)));
  graded.forEach(({ step, state, mistake }, index) => {
    const title = `${index + 1}  ${screen.words(step.title)}`;
    screen.say(`${signs[state]} ${state === 'waiting' ? dim(title) : title}`);
    screen.event({
      event: 'step',
      id: step.id,
      state,
      ...(mistake === undefined ? {} : { mistake: { id: mistake.id, message: screen.words(mistake.text) } }),
    });
    if (mistake !== undefined) screen.tell(`     ${red(mistake.id)}: ${screen.words(mistake.text)}`);
    if (state === 'todo') say('     Not begun: it still says TODO.', '     还没开始：仍写着 TODO。');
    if (state !== 'failed' && state !== 'todo') return;
    for (const [number, hint] of step.hints.slice(0, hints).entries())
      screen.tell(`     ${yellow(screen.words(hintTitle(number + 1)))} ${screen.words(hint)}`);
  });
  const right = graded.filter(({ state }) => state === 'passed').length;
  const passed = right === graded.length;
  screen.event({ event: 'check', lab: about.id, passed, steps: { passed: right, all: graded.length } });
  screen.say();
  const own = ownOptions(flags, screen);
  const command = (words: string) => cyan(`${commandName} ${words}${own}`);
  if (passed) {
    say(bold(`All ${right} steps pass. Well done.`), bold(`全部 ${right} 步通过，做得好。`));
    say(
      `Compare with a solution: ${command(`solution ${about.id}`)}`,
      `与参考解答比较：${command(`solution ${about.id}`)}`,
    );
    return;
  }
  say(`${right} of ${graded.length} steps pass.`, `${graded.length} 步中已通过 ${right} 步。`);
  if (hints < 3)
    say(`A hint: ${command(`check ${about.id} --hint`)}`, `要提示：${command(`check ${about.id} --hint`)}`);
  else
    say(
      `A solution: ${command(`solution ${about.id} --give-up`)}`,
      `看解答：${command(`solution ${about.id} --give-up`)}`,
    );
}

function hintTitle(number: number): Text {
  return { en: `Hint ${number} of 3:`, zh: `提示 ${number}/3：` };
}
