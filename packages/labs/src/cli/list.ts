import { catalog } from '../labs/catalog';
import { inLanguage, type Language } from '../texts';
import { commandName } from './command-name';
import type { Screen } from './screen';

/** `tenlab list`: the labs in the order of the course. */
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
  screen.say(`Start one: ${cyan(`${commandName} run ${catalog[0]!.about.id}`)}`);
}
