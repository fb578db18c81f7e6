import { catalog } from '../labs/catalog';
import { inLanguage, type Language } from '../texts';
import { commandName } from './command-name';
import type { Screen } from './screen';

/** `tenlab` alone: says what this is, and the next thing to do. */
export async function greet(screen: Screen, language: Language, runs = 'runs'): Promise<void> {
  const { bold, cyan } = screen.colors;
  const { newestFinishedRun } = await import('../runner/node/newest-run');
  const command = commandName;
  screen.say(`${bold('tenlab')}: deep learning, one lab at a time, trained on this machine.`);
  screen.say();
  for (const { about } of catalog) {
    const run = await newestFinishedRun(about.id, runs);
    if (run === undefined) {
      screen.say(`Next: lab ${about.number}, ${inLanguage(about.title, language)}.`);
      screen.say(`  ${cyan(`${command} run ${about.id}`)}`);
      screen.say();
      screen.say(`See also: ${cyan(`${command} list`)}, ${cyan(`${command} doctor`)}, ${cyan(`${command} --help`)}`);
      return;
    }
  }
  screen.say('You have run every lab that there is. Draw a digit and let your network read it:');
  screen.say(`  ${cyan(`${command} predict mnist-digits --image digit.png`)}`);
}
