import { extras } from '../extras/catalog';
import { catalog } from '../labs/catalog';
import { inLanguage, type Language } from '../texts';
import { commandName } from './command-name';
import type { Screen } from './screen';

/** `tenlab list`: the labs in the order of the course, then the extras. */
export async function list(screen: Screen, language: Language): Promise<void> {
  const { bold, dim, cyan } = screen.colors;
  for (const { about } of catalog) {
    screen.event({ event: 'lab', ...about });
    screen.say(
      `${dim(String(about.number).padStart(2))}  ${cyan(about.id)}  ${bold(inLanguage(about.title, language))}`,
    );
    screen.say(`    ${inLanguage(about.goal, language)}`);
  }
  screen.say();
  screen.say(inLanguage({ en: 'Extras, in any order:', zh: '附加实验，顺序随意：' }, language));
  for (const { about } of extras) {
    screen.event({ event: 'lab', ...about });
    screen.say(`    ${cyan(about.id)}  ${bold(inLanguage(about.title, language))}`);
    screen.say(`    ${inLanguage(about.goal, language)}`);
  }
  screen.say();
  screen.say(`Start one: ${cyan(`${commandName} run ${catalog[0]!.about.id}`)}`);
}
