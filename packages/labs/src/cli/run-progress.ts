import { relative } from 'node:path';
import type { Callback } from '@tenlab/layers';
import type { LabEvent, StartEvent } from '../runner/events';
import type { RunOutcome } from '../runner/run-lab';
import { duration, readable } from '../texts';
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

/** From this many epochs on a line for some of them says more than a bar for each. */
const manyEpochs = 60;

/** Shows a run's events on a screen: people's lines, and programs' with `--json`. */
export function reportProgress(screen: Screen, command: string): RunProgress {
  let lastDownload = { url: '', at: 0 };
  const { bold, cyan, dim, green, red } = screen.colors;
  const here = (path: string) => relative(process.cwd(), path) || path;
  return {
    tell(event, file) {
      switch (event.event) {
        case 'start':
          screen.say(dim(startLine(event)));
          screen.say(
            dim(
              `Data: ${event.data.name}, ${readable(event.data.train)} + ${readable(event.data.test)}, from ${event.data.source}`,
            ),
          );
          screen.event(event);
          break;
        case 'text':
          screen.say();
          screen.say(event.text.trimEnd());
          break;
        case 'figure':
          if (file !== undefined) screen.say(dim(`Picture: ${here(file)}`));
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
      screen.say(bold(story.summary));
      const measures = Object.entries(test).map(([name, value]) => `${name} ${readable(value, 4)}`);
      screen.say(`Test: ${measures.join(', ')}. In all ${duration(seconds)}.`);
      for (const { title, passed, found } of checks) {
        const sign = passed === undefined ? dim('–') : passed ? green('✓') : red('✗');
        screen.say(`${sign} ${title}: ${found}${passed === undefined ? dim(' (too small a run to say)') : ''}`);
      }
      if (weights_sha256 !== null) screen.say(dim(`Weights: sha256 ${weights_sha256}`));
      screen.say();
      screen.say(`Report: ${cyan(here(report))}`);
      screen.say();
      screen.say(bold('What to try next'));
      for (const step of story.next) screen.say(`  • ${step.replace(/`([^`]+)`/g, (_, code: string) => cyan(code))}`);
      screen.say(dim(`Why this backend, and what else there is: ${command} doctor`));
    },
    download({ url, received, total }) {
      const begins = url !== lastDownload.url;
      const complete = received === total;
      if (!begins && !complete && Date.now() - lastDownload.at < 2000) return;
      lastDownload = { url, at: Date.now() };
      const size = total === undefined ? '' : ` of ${readable(total / 1e6, 1)}`;
      screen.say(dim(`Downloading ${url}: ${readable(received / 1e6, 1)}${size} MB`));
    },
    async callbacks(epochs) {
      if (epochs >= manyEpochs) {
        const { SparseProgress } = await import('./sparse-progress');
        return [new SparseProgress({ say: (line) => screen.say(line) })];
      }
      const { ProgressBar } = await import('@tenlab/callbacks');
      return [new ProgressBar({ stream: screen.stream })];
    },
  };
}

function startLine({ backend, threads, seed }: StartEvent): string {
  return `Backend: ${backend}, ${threads} thread${threads === 1 ? '' : 's'}. Seed ${seed}.`;
}
