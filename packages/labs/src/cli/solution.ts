import { inLanguage } from '../texts';
import { commandName } from './command-name';
import { type ExerciseFlags, exerciseOf } from './exercise-of';
import type { Screen } from './screen';

/** `tenlab solution LAB`: shows a solution to who has passed, or gives up. */
export async function solution(labName: string, flags: ExerciseFlags, screen: Screen): Promise<number> {
  const { about, folder, texts, language } = await exerciseOf(labName, flags);
  const { exerciseText, readState } = await import('../exercises/node/exercise-folder');
  const { passed } = flags.giveUp === true ? { passed: true } : await readState(about.id, folder);
  if (!passed) {
    const { cyan } = screen.colors;
    const message = inLanguage(
      {
        en: `The exercise does not pass yet. Three hints wait at each step: ${cyan(`${commandName} check ${about.id} --hint`)}. To see a solution all the same: ${cyan(`${commandName} solution ${about.id} --give-up`)}.`,
        zh: `练习还没有通过。每一步都有三个提示：${cyan(`${commandName} check ${about.id} --hint`)}。仍想看解答：${cyan(`${commandName} solution ${about.id} --give-up`)}。`,
      },
      language,
    );
    screen.event({ event: 'solution', lab: about.id, shown: false });
    screen.say(message);
    return 1;
  }
  const text = await exerciseText(texts, 'solution.ts');
  screen.event({ event: 'solution', lab: about.id, shown: true, text });
  if (!screen.json) screen.say(text.trimEnd());
  return 0;
}
