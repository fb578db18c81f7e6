import { extras } from '../extras/catalog';
import { type CatalogEntry, catalog } from '../labs/catalog';
import { readable } from '../texts';
import { commandName } from './command-name';
import { headline, type LabProgress, progressOf } from './progress-of';
import type { Screen } from './screen';
import { wrap } from './wrap';

/** `tenlab list`: the labs in the order of the course, then the extras, and how far one is with each. */
export async function list(screen: Screen, folder = '.'): Promise<void> {
  const { cyan } = screen.colors;
  const [progress, beyond] = await Promise.all([progressOf(catalog, folder), progressOf(extras, folder)]);
  catalog.forEach((entry, index) => {
    show(entry, progress[index]!, screen);
  });
  screen.say();
  screen.tell({ en: 'Extras, in any order:', zh: '附加实验，顺序随意：' });
  extras.forEach((entry, index) => {
    show(entry, beyond[index]!, screen);
  });
  screen.say();
  const next =
    catalog[
      Math.max(
        0,
        progress.findIndex(({ run }) => run === undefined),
      )
    ]!.about.id;
  const command = cyan(`${commandName} run ${next}${screen.langOption}`);
  screen.tell({ en: `Start one: ${command}`, zh: `开始一个：${command}` });
}

function show({ about }: CatalogEntry, progress: LabProgress, screen: Screen): void {
  const { bold, dim, cyan, green } = screen.colors;
  const { run, exercise } = progress;
  screen.event({ event: 'lab', ...about, progress });
  const done = run !== undefined && exercise !== 'new' && exercise !== 'begun';
  const sign = done ? green('✓') : run === undefined ? ' ' : '·';
  const number = dim(String(about.number ?? '').padStart(2));
  screen.say(`${number} ${sign} ${cyan(about.id)}  ${bold(screen.words(about.title))}`);
  for (const line of wrap(screen.words(about.goal), (screen.columns ?? 10_000) - 5)) screen.say(`     ${line}`);
  const how = told(progress, screen);
  if (how !== '') screen.say(`     ${dim(how)}`);
}

function told({ run, exercise, steps }: LabProgress, screen: Screen): string {
  const measure = run && headline(run.test);
  const ran = measure && `${measure[0]} ${readable(measure[1], 4)}`;
  const count = steps && `${steps.passed}/${steps.all}`;
  const texts = {
    none: undefined,
    new: undefined,
    begun: {
      en: `exercise begun${count ? `, ${count} steps pass` : ''}`,
      zh: `练习已开始${count ? `，通过 ${count} 步` : ''}`,
    },
    passed: { en: 'exercise passed', zh: '练习已通过' },
  };
  const text = texts[exercise];
  return [ran, text && screen.words(text)].filter((part) => part !== undefined).join(' · ');
}
