import { catalog } from '../labs/catalog';
import { inLanguage, type Language } from '../texts';
import { commandName } from './command-name';
import type { Screen } from './screen';

/** `tenlab` alone: says what this is, and the next thing to do. */
export async function greet(screen: Screen, language: Language, runs = 'runs'): Promise<void> {
  const { bold, cyan } = screen.colors;
  const { newestFinishedRun } = await import('../runner/node/newest-run');
  screen.say(`${bold('tenlab')}: deep learning, one lab at a time, trained on this machine.`);
  screen.say();
  for (const { about } of catalog) {
    const run = await newestFinishedRun(about.id, runs);
    if (run === undefined) {
      screen.event({ event: 'next', lab: about.id });
      screen.say(`Next: lab ${about.number}, ${inLanguage(about.title, language)}.`);
      screen.say(`  ${cyan(`${commandName} run ${about.id}`)}`);
      screen.say();
      screen.say(
        `See also: ${cyan(`${commandName} list`)}, ${cyan(`${commandName} doctor`)}, ${cyan(`${commandName} --help`)}`,
      );
      return;
    }
  }
  screen.event({ event: 'next', lab: null });
  screen.say('You have run every lab that there is. Draw a digit and let your network read it:');
  screen.say(`  ${cyan(`${commandName} predict mnist-digits --image digit.png`)}`);
}
