import type { Lab } from '../define-lab';
import type { RunFolder } from '../runner/node/run-folder';
import { duration, type Text } from '../texts';
import { commandName } from './command-name';
import { listenForInterruption } from './interruption';
import { goOn } from './resume';
import { type ReadFlags, type RunFlags, readFlags, type Settings, settingsOf } from './run-flags';
import { reportProgress } from './run-progress';
import type { Screen } from './screen';

/** `tenlab run LAB`: trains a lab, shows what it does, and leaves a folder with what came out. Returns the exit code. */
export async function run(labName: string, flags: RunFlags, screen: Screen): Promise<number> {
  const options = await readFlags(flags);
  const { findLab } = await import('../labs/catalog');
  const { about, load, exercise } = await findLab(labName);
  const resumed = flags.resume === true ? await goOn(about.id, flags, options, screen) : undefined;
  if (resumed === 'finished') return 0;
  const lab = await load();
  const chosen = { ...options, ...resumed?.options };
  const settings = resumed?.settings ?? settingsOf(lab, options);
  const folder = resumed?.folder ?? (await freshFolder(lab, settings, chosen, flags.out));
  const interruption = listenForInterruption(() => {
    const text = {
      en: 'Stopping. Saving what was learned; press Ctrl-C again to stop at once.',
      zh: '正在停止，并保存已学到的内容；再按一次 Ctrl-C 立即停止。',
    };
    process.stderr.write(`\n${screen.words(text)}\n`);
  });
  try {
    const more = { exercise: exercise === undefined ? undefined : about.id, resumed: resumed !== undefined };
    await train({ lab, settings, folder, screen, signal: interruption.signal, ...chosen, ...more });
    return 0;
  } catch (error) {
    const { code = 'defect', message } = error as Error & { code?: string };
    const exitCode = code === 'interrupted' ? interruption.exitCode() : undefined;
    const state = exitCode === undefined ? 'failed' : 'interrupted';
    // The folder may be the very thing that failed: then the first error is the one to tell.
    await folder.note({ state, ended: new Date().toISOString(), error: { code, message } }).catch(() => {});
    if (exitCode === undefined) throw error;
    screen.event({ event: 'error', code, message });
    process.stderr.write(`${message}\n`);
    const again = `${commandName} run ${about.id} --resume${screen.langOption}`;
    process.stderr.write(`${screen.words({ en: `To go on: ${again}`, zh: `继续运行：${again}` })}\n`);
    return exitCode;
  } finally {
    interruption.end();
  }
}

async function freshFolder(
  lab: Lab,
  settings: Settings,
  { tier, backend, threads, bundled }: ReadFlags,
  out: string | undefined,
): Promise<RunFolder> {
  const { RunFolder } = await import('../runner/node/run-folder');
  const started = new Date().toISOString();
  const asked = { tier, backend, ...(threads !== undefined && { threads }), ...(bundled && { bundled }) };
  const { pid, version: node } = process;
  return RunFolder.create({ lab: lab.id, state: 'running', started, settings, asked, node, pid }, out);
}

interface Training extends ReadFlags {
  lab: Lab;
  settings: Settings;
  folder: RunFolder;
  screen: Screen;
  signal: AbortSignal;
  exercise: string | undefined;
  resumed: boolean;
}

async function train({ lab, settings, folder, screen, signal, exercise, ...options }: Training): Promise<void> {
  const { bold, dim } = screen.colors;
  const { backend = 'auto', threads, bundled = false, maxSeconds, resumed } = options;
  const [{ runLab }, { FolderHome }] = await Promise.all([
    import('../runner/run-lab'),
    import('../runner/node/folder-home'),
  ]);
  const { language } = screen;
  screen.say(bold(screen.words(titleOf(lab))));
  screen.tell(lab.goal);
  const { epochs, batchSize, seed } = settings;
  const most = maxSeconds === undefined ? { en: '', zh: '' } : limit(maxSeconds);
  screen.say(
    dim(
      screen.words({
        en: `Epochs ${epochs}, batch size ${batchSize}, seed ${seed}${most.en}`,
        zh: `轮次 ${epochs}，批大小 ${batchSize}，种子 ${seed}${most.zh}`,
      }),
    ),
  );
  const progress = reportProgress({ screen, command: commandName, exercise });
  const home = new FolderHome({
    folder,
    language,
    command: commandName,
    tell: (event, file) => progress.tell(event, file),
    kept: (outcome, report) => progress.kept(outcome, report),
    callbacks: () => progress.callbacks(epochs),
  });
  const datasets = { bundled, onProgress: progress.download };
  await runLab(lab, { settings, backend, threads, datasets, language, signal, maxSeconds, resumed }, home);
}

function titleOf({ number, title }: Lab): Text {
  return number === undefined
    ? { en: `Extra: ${title.en}`, zh: `附加实验：${title.zh}` }
    : { en: `Lab ${number}: ${title.en}`, zh: `实验 ${number}：${title.zh}` };
}

function limit(seconds: number) {
  return { en: `, at most ${duration(seconds)}`, zh: `，最多 ${duration(seconds, 'zh')}` };
}
