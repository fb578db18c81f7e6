import { catalog } from '../labs/catalog';
import { commandName } from './command-name';
import { type LabProgress, progressOf } from './progress-of';
import type { Screen } from './screen';

/** `tenlab` alone: says what this is, how far one is, and the next thing to do. */
export async function greet(screen: Screen, folder = '.'): Promise<void> {
  const { bold, cyan, dim } = screen.colors;
  const command = (words: string) => cyan(`${commandName} ${words}${screen.langOption}`);
  const progress = await progressOf(catalog, folder);
  const count = (judge: (own: LabProgress) => boolean) => progress.filter(judge).length;
  const ran = count(({ run }) => run !== undefined);
  const [passed, exercises] = [
    count(({ exercise }) => exercise === 'passed'),
    count(({ exercise }) => exercise !== 'none'),
  ];
  screen.tell({
    en: `${bold('tenlab')}: deep learning, one lab at a time, trained on this machine.`,
    zh: `${bold('tenlab')}：深度学习，一次一个实验，就在这台机器上训练。`,
  });
  if (ran + passed > 0) {
    screen.say(
      dim(
        screen.words({
          en: `Labs run: ${ran} of ${catalog.length}. Exercises passed: ${passed} of ${exercises}.`,
          zh: `已运行实验 ${ran}/${catalog.length}，已通过练习 ${passed}/${exercises}。`,
        }),
      ),
    );
  }
  screen.say();
  const next = catalog[progress.findIndex(({ run }) => run === undefined)]?.about;
  // The exercise that was begun, or else that of a lab that was run.
  const place = ['begun', 'new'].map((how) =>
    progress.findIndex(({ run, exercise }) => exercise === how && (how === 'begun' || run !== undefined)),
  );
  const open = place.find((index) => index >= 0);
  const exercise = open === undefined ? undefined : catalog[open]!.about;
  screen.event({ event: 'next', lab: next?.id ?? null, exercise: exercise?.id ?? null, ran, passed });
  if (exercise !== undefined) {
    const { exercise: how, steps } = progress[open!]!;
    const far = steps === undefined ? undefined : `${steps.passed}/${steps.all}`;
    if (how === 'begun') {
      screen.tell({
        en: `Go on with the exercise of lab ${exercise.number}, ${exercise.title.en}${far ? ` (${far} steps pass)` : ''}:`,
        zh: `继续实验 ${exercise.number}“${exercise.title.zh}”的练习${far ? `（已通过 ${far} 步）` : ''}：`,
      });
      screen.say(`  ${command(`check ${exercise.id}`)}`);
    } else {
      screen.tell({
        en: `Do it yourself: the exercise of lab ${exercise.number}, ${exercise.title.en}.`,
        zh: `自己动手：实验 ${exercise.number}“${exercise.title.zh}”的练习。`,
      });
      screen.say(`  ${command(`start ${exercise.id}`)}`);
    }
  }
  if (next !== undefined) {
    screen.tell({
      en: `${exercise === undefined ? 'Next' : 'Or next'}: lab ${next.number}, ${next.title.en}.`,
      zh: `${exercise === undefined ? '下一个' : '或者下一个'}：实验 ${next.number}，${next.title.zh}。`,
    });
    screen.say(`  ${command(`run ${next.id}`)}`);
  } else {
    screen.tell({
      en: 'You have run every lab that there is. Draw a digit and let your network read it, or begin a project of your own:',
      zh: '所有实验都已运行过。写一个数字让你的网络来认，或者开始自己的项目：',
    });
    screen.say(`  ${command('predict mnist-digits --image digit.png')}`);
    screen.say(`  ${command('new my-network')}`);
  }
  screen.say();
  screen.say(
    `${screen.words({ en: 'See also: ', zh: '另见：' })}${['list', 'runs', 'doctor', '--help'].map(command).join(', ')}`,
  );
}
