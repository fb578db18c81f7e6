import type { DrawnFigure, FromWorker, Outcome, SampleReading, Tiles } from '../worker/protocol';

/** What a run is doing; `silent` is beside it, for a run that does not answer. */
export type Phase = 'idle' | 'starting' | 'running' | 'pausing' | 'paused' | 'done' | 'stopped' | 'failed';

/** One curve: a value over the epochs, with fractions of an epoch in between. */
export interface Curve {
  name: string;
  points: [epoch: number, value: number][];
}

/** Everything that a live lab shows. */
export interface RunState {
  phase: Phase;
  backend?: { name: string; threads: number; notes: readonly string[] };
  download?: { received: number; total: number | undefined };
  progress?: { epoch: number; step: number; steps: number | null };
  /** The newest value of each metric. */
  metrics: Record<string, number>;
  curves: Curve[];
  texts: string[];
  figures: DrawnFigure[];
  filters?: Tiles;
  samples?: SampleReading;
  reading?: { probabilities: readonly number[]; classNames: readonly string[]; tiles: Tiles };
  /** Why the drawing could not be read. */
  unread?: string;
  outcome?: Outcome;
  opened?: { name: string; summary: string };
  failure?: { code: string; message: string };
  /** Places that the code tried to reach. */
  refused: string[];
  data?: string;
}

export function emptyState(): RunState {
  return { phase: 'idle', metrics: {}, curves: [], texts: [], figures: [], refused: [] };
}

/** No more points than a screen has room for. */
const mostPoints = 400;

/** Takes in what the worker says. What is no state (a saved file, a sign of life) is not its business. */
export function take(state: RunState, message: FromWorker): void {
  switch (message.type) {
    case 'backend':
      state.backend = { name: message.name, threads: message.threads, notes: message.notes };
      return;
    case 'download':
      state.download = { received: message.received, total: message.total };
      return;
    case 'event':
      takeEvent(state, message.event);
      return;
    case 'progress':
      takeProgress(state, message);
      return;
    case 'figure':
      state.figures = [...state.figures.filter(({ name }) => name !== message.figure.name), message.figure];
      return;
    case 'filters':
      state.filters = message.tiles;
      return;
    case 'samples':
      state.samples = message.samples;
      return;
    case 'reading':
      state.reading = message;
      delete state.unread;
      return;
    case 'unread':
      state.unread = message.message;
      return;
    case 'outcome':
      state.outcome = message.outcome;
      return;
    case 'opened':
      state.opened = message;
      state.phase = 'done';
      return;
    case 'paused':
      state.phase = 'paused';
      return;
    case 'refused':
      if (!state.refused.includes(message.what)) state.refused.push(message.what);
      return;
    case 'failed':
      state.failure = { code: message.code, message: message.message };
      state.phase = 'failed';
      return;
    case 'saved':
    case 'graded':
    case 'alive':
      return;
  }
}

function takeEvent(state: RunState, event: (FromWorker & { type: 'event' })['event']): void {
  switch (event.event) {
    case 'start':
      state.phase = 'running';
      state.data = `${event.data.name}: ${event.data.train} + ${event.data.test}`;
      delete state.download;
      return;
    case 'text':
      state.texts.push(event.text);
      return;
    case 'epoch': {
      const { event: _, epoch, model, steps, ms_per_step: __, ...metrics } = event;
      state.progress = { epoch, step: steps, steps };
      for (const [name, value] of Object.entries(metrics)) {
        if (typeof value !== 'number') continue;
        state.metrics[name] = value;
        add(state, name, epoch, value);
      }
      return;
    }
    case 'end':
      state.phase = 'done';
      for (const [name, value] of Object.entries(event.test)) state.metrics[`test_${name}`] = value;
      return;
    case 'estimate':
    case 'error':
      return;
  }
}

function takeProgress(state: RunState, { epoch, step, steps, logs }: FromWorker & { type: 'progress' }): void {
  // A lab that trains several networks begins each with epoch 1: its curves begin anew.
  if (state.progress !== undefined && epoch < state.progress.epoch) state.curves = [];
  state.progress = { epoch, step, steps };
  if (state.phase === 'starting') state.phase = 'running';
  for (const [name, value] of Object.entries(logs)) {
    state.metrics[name] = value;
    if (steps !== null && steps > 0) add(state, name, epoch - 1 + Math.min(1, step / steps), value);
  }
}

function add(state: RunState, name: string, epoch: number, value: number): void {
  const curve = state.curves.find((known) => known.name === name);
  if (curve === undefined) {
    state.curves.push({ name, points: [[epoch, value]] });
    return;
  }
  curve.points.push([epoch, value]);
  if (curve.points.length > mostPoints) curve.points = curve.points.filter((_, index) => index % 2 === 1);
}
