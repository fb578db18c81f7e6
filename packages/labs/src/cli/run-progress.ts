import { basename, dirname, relative } from 'node:path';
import type { Callback } from '@tenlab/layers';
import type { EstimateEvent, LabEvent, StartEvent } from '../runner/events';
import type { RunOutcome } from '../runner/run-lab';
import { duration, epochWord, readable, type Text } from '../texts';
import { HeldStream } from './held-stream';
import type { Screen } from './screen';

/** A run as people see it, line by line. */
export interface RunProgress {
  tell(event: LabEvent, file?: string): void;
  kept(outcome: RunOutcome, report: string): void;
  /** Callbacks for a training of so many epochs. */
  callbacks(epochs: number): Promise<Callback[]>;
  /** Tells of a download a few times a second. */
  download(progress: { url: string; received: number; total: number | undefined }): void;
}

export interface RunProgressOptions {
  screen: Screen;
  /** How this reader starts tenlab. */
  command: string;
  /** The lab, where it has an exercise. */
  exercise?: string | undefined;
}

/** From this many epochs on a line for some of them says more than a bar for each. */
const manyEpochs = 60;

/** Milliseconds for which a bar may wait for the line above it. */
const longestWait = 1000;

/** Shows a run's events on a screen: people's lines, and programs' with `--json`. */
export function reportProgress({ screen, command, exercise }: RunProgressOptions): RunProgress {
  let lastDownload = { url: '', at: 0 };
  const { bold, cyan, dim, green, red } = screen.colors;
  const say = (en: string, zh: string) => screen.tell({ en, zh });
  const here = (path: string) => relative(process.cwd(), path) || path;
  const colored = (text: string) => text.replace(/`([^`]+)`/g, (_, code: string) => cyan(code));
  // The bar begins with its first step; how long it will take is known a few steps later, and is to stand above it.
  const bars = new HeldStream(screen.stream);
  const pictures: string[] = [];
  return {
    tell(event, file) {
      const isWaited = event.event === 'estimate' || (event.event === 'step' && bars.heldFor < longestWait);
      if (!isWaited) bars.letGo();
      switch (event.event) {
        case 'start':
          for (const line of startLines(event)) screen.tell(dim(screen.words(line)));
          screen.event(event);
          break;
        case 'text':
          screen.say();
          screen.tell(event.text.trimEnd());
          break;
        case 'figure':
          if (file === undefined) break;
          pictures.push(file);
          screen.say(dim(screen.words({ en: `Picture: ${here(file)}`, zh: `图片：${here(file)}` })));
          break;
        case 'estimate':
          screen.tell(dim(screen.words(foretold(event))));
          bars.letGo();
          break;
        case 'epoch':
        case 'end':
        case 'error':
          screen.event(event);
          break;
        case 'step':
          break;
      }
    },
    kept({ story, checks, test, seconds, weights_sha256 }, report) {
      screen.say();
      screen.tell(bold(story.summary));
      const measures = Object.entries(test).map(([name, value]) => `${name} ${readable(value, 4)}`);
      const time = duration(seconds, screen.language);
      if (measures.length > 0)
        say(`Test: ${measures.join(', ')}. In all ${time}.`, `测试：${measures.join('，')}。共用时 ${time}。`);
      else say(`In all ${time}.`, `共用时 ${time}。`);
      const small = screen.words({ en: ' (too small a run to say)', zh: '（规模太小，无法判断）' });
      for (const { title, passed, found } of checks) {
        const sign = passed === undefined ? dim('–') : passed ? green('✓') : red('✗');
        screen.tell(
          `${sign} ${title}${screen.words({ en: ': ', zh: '：' })}${found}${passed === undefined ? dim(small) : ''}`,
        );
      }
      if (weights_sha256 !== null)
        screen.say(
          dim(screen.words({ en: `Weights: sha256 ${weights_sha256}`, zh: `权重：sha256 ${weights_sha256}` })),
        );
      screen.say();
      if (pictures.length > 0) {
        const names = [...new Set(pictures.map((path) => basename(path)))].join(', ');
        say(`Pictures in ${here(dirname(report))}: ${names}`, `图片在 ${here(dirname(report))}：${names}`);
      }
      screen.say(`${screen.words({ en: 'Report: ', zh: '报告：' })}${cyan(here(report))}`);
      screen.say();
      const [next] = story.next;
      if (next !== undefined)
        screen.tell(`${bold(screen.words({ en: 'Try next: ', zh: '接下来试试：' }))}${colored(next)}`);
      if (exercise !== undefined) {
        const start = cyan(`${command} start ${exercise}`);
        screen.tell(`${bold(screen.words({ en: 'Its exercise: ', zh: '它的练习：' }))}${start}`);
      }
      say(
        dim(`Why this backend, and what else there is: ${command} doctor`),
        dim(`为什么用这个后端，还有哪些选择：${command} doctor`),
      );
    },
    download({ url, received, total }) {
      const begins = url !== lastDownload.url;
      const complete = received === total;
      if (!begins && !complete && Date.now() - lastDownload.at < 2000) return;
      lastDownload = { url, at: Date.now() };
      const got = readable(received / 1e6, 1);
      const size = total === undefined ? undefined : readable(total / 1e6, 1);
      const text = {
        en: `Downloading ${url}: ${got}${size === undefined ? '' : ` of ${size}`} MB`,
        zh: `正在下载 ${url}：${got}${size === undefined ? '' : ` / ${size}`} MB`,
      };
      screen.say(dim(screen.words(text)));
    },
    async callbacks(epochs) {
      if (epochs >= manyEpochs) {
        const { SparseProgress } = await import('./sparse-progress');
        const say = (line: string) => bars.write(`${line}\n`);
        return [new SparseProgress({ say, language: screen.language })];
      }
      const [{ ProgressBar }, { HoldBars }] = await Promise.all([import('@tenlab/callbacks'), import('./hold-bars')]);
      return [new HoldBars(bars), new ProgressBar({ stream: bars, epochWord: screen.words(epochWord) })];
    },
  };
}

function startLines({ backend, threads, seed, data, resumed }: StartEvent): Text[] {
  const counts = `${readable(data.train)} + ${readable(data.test)}`;
  const on = {
    en: `Backend: ${backend}, ${threads} thread${threads === 1 ? '' : 's'}. Seed ${seed}.`,
    zh: `后端：${backend}，${threads} 个线程。种子 ${seed}。`,
  };
  const from = {
    en: `Data: ${data.name}, ${counts}, from ${data.source}`,
    zh: `数据：${data.name}，${counts}，来自 ${data.source}`,
  };
  const again = {
    en: 'Going on where the run was ended; what came before is not done again.',
    zh: '从上次中断的地方继续，之前做完的不再重做。',
  };
  return resumed === true ? [again, on, from] : [on, from];
}

function foretold({ epochs, ms_per_step, steps, seconds }: EstimateEvent): Text {
  const step = ms_per_step < 1 ? readable(ms_per_step, 2) : readable(ms_per_step, 1);
  return {
    en: `One step takes ${step} ms: about ${duration(seconds)} for ${readable(steps)} steps, up to epoch ${epochs}.`,
    zh: `每步 ${step} 毫秒：${readable(steps)} 步（到第 ${epochs} 轮）约需 ${duration(seconds, 'zh')}。`,
  };
}
