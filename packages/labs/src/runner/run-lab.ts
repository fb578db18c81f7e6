// Runs a lab from the first look at the data to its report, the same in Node and in a page. It knows no files and no screen:
// a home gives it both. Everything that happens goes to the home as events, in the order in which it happens.
import { type BackendName, inWords, setSeed, TenlabError, useBackend } from '@tenlab/core';
import type { Callback } from '@tenlab/layers';
import type {
  DatasetOptions,
  Lab,
  LabContext,
  LabData,
  LabFigure,
  LabFiles,
  LabRun,
  LabStory,
  Net,
  TierSettings,
} from '../define-lab';
import { inLanguage, type Language } from '../texts';
import type { EndEvent, EpochEvent, LabEvent, StartEvent } from './events';
import { memoryFiles } from './memory-files';
import { nameOf, sha256OfNet } from './models-of';
import { RunCallback } from './run-callbacks';
import { timeUp, trainingEnd, withStop } from './time-limit';

/** What a run may be told; whatever is left out is as the lab has it. */
export interface RunOptions {
  settings: TierSettings & { seed: number };
  backend?: 'auto' | BackendName;
  threads?: number | undefined;
  datasets?: DatasetOptions;
  language?: Language;
  signal?: AbortSignal | undefined;
  /** Training ends in time for the run to be over after about so many seconds. */
  maxSeconds?: number | undefined;
  /** The run goes on where one before it was ended; its home has the callback that knows from where. */
  resumed?: boolean;
}

/** What a finished run hands to its home to keep. */
export interface RunOutcome {
  start: StartEvent;
  net: Net;
  story: LabStory;
  figures: readonly LabFigure[];
  checks: readonly CheckResult[];
  test: Record<string, number>;
  seconds: number;
  weights_sha256: string | null;
  /** Where training was when its time was up. */
  stopped?: string;
}

export interface CheckResult {
  id: string;
  title: string;
  /** `undefined`: not to be judged on this run. */
  passed: boolean | undefined;
  found: string;
}

/** Where a run lives: it shows events, and keeps what was made. */
export interface Home {
  /** How this reader starts tenlab. */
  command: string;
  emit(event: LabEvent): void | Promise<void>;
  /** More callbacks for training, such as a progress bar. */
  callbacks?(): Promise<Callback[]>;
  /** Told of the epochs before a run was ended, when it goes on after them. */
  restored?(epochs: readonly EpochEvent[]): void;
  /** Where the lab's own files go; memory, when left out. */
  files?: LabFiles;
  /** Keeps what was learned: as soon as training ends, before anything else can fail, or when it is interrupted. Returns the files. */
  keepWeights(net: Net): Promise<string[]>;
  /** Keeps a finished run; returns all files written. */
  keep(outcome: RunOutcome): Promise<string[]>;
}

/**
 * Runs a lab and returns its last event.
 *
 * @throws TenlabError `interrupted` when the signal came (what was learned is then kept), and whatever the lab throws.
 */
export async function runLab(lab: Lab, options: RunOptions, home: Home): Promise<EndEvent> {
  const { settings, backend = 'auto', threads, datasets = {}, language = 'en', signal } = options;
  const began = performance.now();
  const figures: LabFigure[] = [];
  let net: Net | undefined;
  const watch = new RunCallback({
    emit: (event) => home.emit(event),
    signal,
    deadline: trainingEnd(began, options.maxSeconds),
    nameOf: (model) => nameOf(net, model),
    restored: (epochs) => home.restored?.(epochs),
  });
  try {
    const report = await useBackend(backend, threads === undefined ? {} : { threads });
    setSeed(settings.seed);
    const context: LabContext = {
      settings,
      datasets,
      language,
      command: home.command,
      callbacks: [watch, ...((await home.callbacks?.()) ?? [])],
      files: home.files ?? memoryFiles(),
      say: async (text) => home.emit({ event: 'text', text: inLanguage(text, language) }),
      show: async (figure) => {
        figures.push(figure);
        await home.emit({ event: 'figure', figure });
      },
    };
    const data = await lab.data(context);
    const on = { backend: report.name, threads: report.threads, seed: settings.seed };
    const start: StartEvent = { ...startOf(lab, data, on), ...(options.resumed === true && { resumed: true }) };
    await home.emit(start);
    await lab.explore(data, context);
    signal?.throwIfAborted();
    net = lab.model(context);
    const trainingBegan = performance.now();
    const history = await lab.train(net, data, context);
    const training = (performance.now() - trainingBegan) / 1000;
    await home.keepWeights(net);
    const stopped = watch.timeUp;
    if (stopped !== undefined) await context.say(timeUp(stopped, options.maxSeconds!));
    const test = await lab.evaluate(net, data, context);
    const answers = await lab.predict(net, data, context);
    const total = (performance.now() - began) / 1000;
    const run: LabRun<LabData, Net, unknown> = {
      start,
      data,
      net,
      history,
      epochs: watch.epochs,
      test,
      answers,
      seconds: { training, total },
    };
    const story = withStop(await lab.report(run, context), stopped, options);
    const checks = lab.checks.map((check) => ({
      id: check.id,
      title: inLanguage(check.title, language),
      passed: check.passed(run),
      found: inLanguage(check.found(run), language),
    }));
    const seconds = Math.round(10 * total) / 10;
    const weights_sha256 = await sha256OfNet(net);
    const end = { test, seconds, weights_sha256, ...(stopped !== undefined && { stopped }) };
    const artifacts = await home.keep({ start, net, story, figures, checks, ...end });
    const last: EndEvent = { event: 'end', ...end, artifacts };
    await home.emit(last);
    return last;
  } catch (error) {
    if (signal?.aborted !== true || !causedBy(error, signal.reason)) throw error;
    throw await interrupted(watch.place, net, home);
  }
}

/** Whether an error is the signal's own, or was raised because of it. */
function causedBy(error: unknown, reason: unknown): boolean {
  if (error === reason) return true;
  return error instanceof Error && error.cause !== undefined && causedBy(error.cause, reason);
}

function startOf(lab: Lab, data: LabData, on: { backend: string; threads: number; seed: number }): StartEvent {
  const { name, source, counts, sha256 } = data;
  return {
    event: 'start',
    lab: lab.id,
    ...on,
    data: { name, source, ...counts, ...(sha256 === undefined ? {} : { sha256 }) },
  };
}

async function interrupted(place: string | undefined, net: Net | undefined, home: Home): Promise<TenlabError> {
  const learned = net !== undefined && place !== undefined;
  const files = learned ? await home.keepWeights(net) : [];
  return new TenlabError({
    code: 'interrupted',
    place: 'Run',
    expected: 'a run to its end',
    received: inWords(`a wish to stop, ${place === undefined ? 'before training began' : `in ${place}`}`),
    remedy: learned
      ? `What was learned is saved: ${files.join(', ')}.`
      : 'Nothing was learned yet, so there is nothing to save. Start it again when you like.',
  });
}
