import type { KeptRun } from '../runner/node/read-runs';
import type { RunState } from '../runner/node/run-folder';
import { duration, readable, type Text } from '../texts';
import { commandName } from './command-name';
import { headline } from './progress-of';
import type { Screen } from './screen';
import { padded, widthOf } from './wrap';

/** How a run stands; `ended`: its process is gone, and it did not come to its end. */
type Standing = RunState | 'ended';

/** `tenlab runs`: the run folders, in the order in which they were started. */
export async function runs(screen: Screen, folder = 'runs'): Promise<void> {
  const { readEpochs, readRuns } = await import('../runner/node/read-runs');
  const { bold, cyan, dim } = screen.colors;
  const found = await readRuns(folder);
  const rows: string[][] = [];
  for (const run of found) {
    const {
      lab,
      started,
      ended,
      test,
      seconds,
      weights_sha256 = null,
    } = run.config as KeptRun['config'] & Partial<Numbers>;
    const standing = standingOf(run);
    const epochs = (await readEpochs(run)).length;
    screen.event({
      event: 'run',
      path: run.path,
      lab,
      state: standing,
      started,
      ended,
      epochs,
      test,
      seconds,
      weights_sha256,
    });
    const measure = headline(test ?? {});
    rows.push([
      run.path,
      screen.words(words[standing]),
      measure === undefined ? '' : `${measure[0]} ${readable(measure[1], 4)}`,
      screen.words({ en: `${epochs} epochs`, zh: `${epochs} 轮` }),
      seconds === undefined ? '' : duration(seconds, screen.language),
    ]);
  }
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(0, ...rows.map((row) => widthOf(row[column]!))));
  for (const [path = '', ...cells] of rows) {
    screen.say(
      [cyan(padded(path, widths[0]!)), ...cells.map((cell, index) => padded(cell, widths[index + 1]!))]
        .join('  ')
        .trimEnd(),
    );
  }
  if (rows.length === 0) {
    const start = cyan(`${commandName} run mnist-digits${screen.langOption}`);
    screen.tell({ en: `No runs yet. Start one: ${start}`, zh: `还没有运行记录。开始一个：${start}` });
    return;
  }
  screen.say();
  const open = found.findLast((run) => ['ended', 'interrupted'].includes(standingOf(run)));
  if (open !== undefined) {
    const again = cyan(`${commandName} run ${open.config.lab} --resume --out ${open.path}`);
    screen.tell({ en: `Go on with one that was ended: ${again}`, zh: `继续中断的运行：${again}` });
  }
  // Two of one lab have curves to share.
  const newest = found.at(-1)?.config.lab;
  const two = found
    .filter(({ config }) => config.lab === newest)
    .map(({ path }) => path)
    .slice(-2);
  if (two.length === 2) {
    const both = bold(cyan(`${commandName} compare ${two.join(' ')}`));
    screen.tell({ en: `Compare two: ${both}`, zh: `比较两次运行：${both}` });
  }
  screen.say(dim(screen.words({ en: `Each holds a report.html.`, zh: '每个文件夹里都有 report.html。' })));
}

interface Numbers {
  test: Record<string, number>;
  seconds: number;
  weights_sha256: string | null;
}

const words: Readonly<Record<Standing, Text>> = {
  running: { en: 'running', zh: '运行中' },
  finished: { en: 'finished', zh: '已完成' },
  interrupted: { en: 'interrupted', zh: '已中断' },
  failed: { en: 'failed', zh: '失败' },
  ended: { en: 'ended early', zh: '意外结束' },
};

/** A killed run could not say so: its process is gone. */
function standingOf({ config }: KeptRun): Standing {
  if (config.state !== 'running') return config.state;
  return config.pid !== undefined && isAlive(config.pid) ? 'running' : 'ended';
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another's process is alive as well.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
