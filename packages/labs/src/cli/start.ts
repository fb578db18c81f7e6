import { relative } from 'node:path';
import { commandName } from './command-name';
import { type ExerciseFlags, exerciseOf, ownOptions } from './exercise-of';
import type { Screen } from './screen';

/** `tenlab start LAB`: writes the starter of a lab's exercise. */
export async function start(labName: string, flags: ExerciseFlags, screen: Screen): Promise<number> {
  const { about, folder, texts, load } = await exerciseOf(labName, flags);
  const { exerciseText, startExercise } = await import('../exercises/node/exercise-folder');
  const file = await startExercise(about.id, folder, await exerciseText(texts, 'exercise.ts'));
  const { steps } = await load();
  const { bold, cyan } = screen.colors;
  const say = (en: string, zh: string) => screen.tell({ en, zh });
  const own = ownOptions(flags, screen);
  screen.event({ event: 'exercise', lab: about.id, file, steps: steps.map(({ id }) => id) });
  say(
    `The exercise of lab ${about.number}, ${bold(about.title.en)}: ${cyan(relative(process.cwd(), file))}`,
    `实验 ${about.number}“${bold(about.title.zh)}”的练习：${cyan(relative(process.cwd(), file))}`,
  );
  steps.forEach(({ title }, index) => {
    screen.say(`  ${index + 1}  ${screen.words(title)}`);
  });
  screen.say();
  say('Open it in an editor and fill in what says TODO. Then', '用编辑器打开它，补上写着 TODO 的地方。然后');
  screen.say(`  ${cyan(`${commandName} check ${about.id}${own}`)}`);
  say('or, to have it judged each time you save,', '或者，每次保存都自动检查：');
  screen.say(`  ${cyan(`${commandName} watch ${about.id}${own}`)}`);
  return 0;
}
