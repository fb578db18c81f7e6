import { commandName } from './command-name';
import { type ExerciseFlags, exerciseOf, ownOptions } from './exercise-of';
import type { Screen } from './screen';

/** `tenlab solution LAB`: shows a solution to who has passed, or gives up. */
export async function solution(labName: string, flags: ExerciseFlags, screen: Screen): Promise<number> {
  const { about, folder, texts } = await exerciseOf(labName, flags);
  const { exerciseText, readState } = await import('../exercises/node/exercise-folder');
  const { passed } = flags.giveUp === true ? { passed: true } : await readState(about.id, folder);
  if (!passed) {
    const { cyan } = screen.colors;
    const command = (words: string) => cyan(`${commandName} ${words}${ownOptions(flags, screen)}`);
    const [hint, given] = [command(`check ${about.id} --hint`), command(`solution ${about.id} --give-up`)];
    screen.event({ event: 'solution', lab: about.id, shown: false });
    screen.tell({
      en: `The exercise does not pass yet. Three hints wait at each step: ${hint}. To see a solution all the same: ${given}.`,
      zh: `练习还没有通过。每一步都有三个提示：${hint}。仍想看解答：${given}。`,
    });
    return 1;
  }
  const text = await exerciseText(texts, 'solution.ts');
  screen.event({ event: 'solution', lab: about.id, shown: true, text });
  if (!screen.json) screen.say(text.trimEnd());
  return 0;
}
