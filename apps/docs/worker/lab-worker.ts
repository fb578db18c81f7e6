// The worker of a live lab: it trains here, so that the page stays free to answer. One worker is one run; to stop is to end it.
import type { BackendReport } from '@tenlab/core';
import type { GreyImage, Lab, LabData, LabEvent, Language, Net, RunOutcome } from '@tenlab/labs';
import type { Model } from '@tenlab/layers';
import { filtersOf } from './filters-of';
import { guardNetwork, type WorkerScope } from './guard-network';
import { LiveCallback } from './live-callback';
import type { FromWorker, GradeRequest, RunRequest, SavedFormat, Tiles, ToWorker } from './protocol';
import { readSamples } from './read-samples';

const scope = globalThis as unknown as WorkerScope & {
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  addEventListener(name: 'securitypolicyviolation', listener: (event: { blockedURI: string }) => void): void;
};

const tell = (message: FromWorker) => scope.postMessage(message);

/** What the run has come to so far. */
const state: {
  lab?: Lab;
  data?: LabData;
  net?: Net;
  image?: GreyImage | undefined;
  outcome?: RunOutcome;
  /** Whether nothing trains, so that the network can be asked at any time. */
  free: boolean;
  language: Language;
} = { free: false, language: 'en' };

guardNetwork(scope, (what) => tell({ type: 'refused', what }));
scope.addEventListener('securitypolicyviolation', ({ blockedURI }) => tell({ type: 'refused', what: blockedURI }));
setInterval(() => tell({ type: 'alive' }), 500);

const live = new LiveCallback({ tell, look });

scope.onmessage = ({ data: message }) => {
  void answer(message).catch((error: unknown) => tell(failure(error)));
};

async function answer(message: ToWorker): Promise<void> {
  switch (message.type) {
    case 'run':
      return run(message);
    case 'grade':
      return gradeWork(message);
    case 'pause':
      return live.pause();
    case 'resume':
      return live.resume();
    case 'draw':
      state.image = message.image;
      // While training goes on, the next look reads it: two readings at once would share the backend.
      if (state.free && state.net !== undefined) await readDrawing(state.net);
      return;
    case 'save':
      return save(message.format);
    case 'open':
      return open(message);
  }
}

async function run({ lab: id, settings, learningRate, language, dataUrl, sources }: RunRequest): Promise<void> {
  const [{ loadLab, runLab }, { useBackend }] = await Promise.all([import('@tenlab/labs'), import('@tenlab/core')]);
  const backend = await useBackend();
  tell(describe(backend));
  const own = sources === undefined ? await loadLab(id) : await (await import('./run-sources')).labOfSources(sources);
  const lab: Lab = {
    ...own,
    async data(context) {
      state.data = await own.data(context);
      return state.data;
    },
    model(context) {
      const net = own.model(context);
      if (learningRate !== undefined) setLearningRate(net, learningRate);
      state.net = net;
      return net;
    },
  };
  Object.assign(state, { lab, language });
  const onProgress = ({ received, total }: { received: number; total?: number | undefined }) =>
    tell({ type: 'download', received, total });
  await runLab(
    lab,
    { settings, datasets: { baseUrl: dataUrl, onProgress }, language },
    {
      command: 'npx tenlab',
      emit: show,
      callbacks: async () => [live],
      keepWeights: async () => [],
      keep: async (outcome) => {
        await keep(outcome);
        return [];
      },
    },
  );
  await look(firstModel(state.net));
  state.free = true;
}

async function gradeWork(request: GradeRequest): Promise<void> {
  const [{ judge }, { setSeed, useBackend }] = await Promise.all([import('./judge'), import('@tenlab/core')]);
  tell(describe(await useBackend()));
  setSeed(1);
  tell({ type: 'graded', steps: await judge(request) });
}

function describe({ name, threads, notes }: BackendReport): FromWorker {
  return { type: 'backend', name, threads, notes };
}

async function show(event: LabEvent): Promise<void> {
  if (event.event === 'step') return;
  if (event.event !== 'figure') return tell({ type: 'event', event });
  const { pictureSVG } = await import('@tenlab/labs');
  const { name, alt, caption, picture, narrow } = event.figure;
  const words = alt[state.language];
  const small = narrow === undefined ? {} : { narrow: await pictureSVG(narrow, words) };
  const svg = await pictureSVG(picture, words);
  tell({ type: 'figure', figure: { name, alt: words, caption: caption[state.language], svg, ...small } });
}

async function keep(outcome: RunOutcome): Promise<void> {
  state.outcome = outcome;
  const { title, summary, numbers, next } = outcome.story;
  tell({
    type: 'outcome',
    outcome: {
      story: { title, summary, numbers, next },
      checks: outcome.checks.map(({ title, passed, found }) => ({ title, passed, found })),
      seconds: outcome.seconds,
      models: modelsOf(outcome.net).map(([name]) => name),
    },
  });
}

/** Shows what the network has become: its filters, what it makes of some examples, and of the reader's drawing. */
async function look(model: Model | undefined): Promise<void> {
  if (model === undefined) return;
  const tiles = await filtersOf(model);
  if (tiles !== undefined) tell({ type: 'filters', tiles });
  const { lab, data } = state;
  if (lab?.drawing === undefined) return;
  const samples = await readSamples(lab.drawing, model, data);
  if (samples !== undefined) tell({ type: 'samples', samples });
  if (state.image !== undefined) await readDrawing(model);
}

async function readDrawing(net: Net): Promise<void> {
  const { lab, image } = state;
  if (lab?.drawing === undefined || image === undefined) return;
  const { classNames, prepare, probabilities } = lab.drawing;
  try {
    const { pixels, shape } = prepare(image, state.language === 'zh' ? '画板' : 'The drawing');
    const tiles: Tiles = { width: shape[1], height: shape[0], count: 1, data: pixels.slice() };
    tell({ type: 'reading', probabilities: Array.from(await probabilities(net, pixels)), classNames, tiles });
  } catch (error) {
    tell({ type: 'unread', message: messageOf(error) });
  }
}

function modelsOf(net: Net | undefined): [name: string, model: Model][] {
  if (net === undefined) return [];
  if (typeof (net as Model).fit === 'function') return [[state.lab?.id ?? 'model', net as Model]];
  return Object.entries(net as Record<string, Model>);
}

function firstModel(net: Net | undefined): Model | undefined {
  return modelsOf(net)[0]?.[1];
}

function setLearningRate(net: Net, rate: number): void {
  const compiled = modelsOf(net).filter(([, model]) => model.compiled);
  if (compiled.length === 0) {
    throw new Error(
      `A learning rate needs a model that is compiled. Received: ${rate} for a lab that trains by hand. Leave the field empty.`,
    );
  }
  for (const [, model] of compiled) model.optimizer.learningRate = rate;
}

async function save(format: SavedFormat): Promise<void> {
  const { outcome, language } = state;
  if (format === 'html') {
    if (outcome === undefined) throw new Error('A report needs a finished run. Received: none. Run the lab first.');
    const { reportPage } = await import('@tenlab/labs');
    const { story, figures, checks, start, weights_sha256 } = outcome;
    const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
    const day = new Date().toLocaleDateString(locale, { dateStyle: 'long' });
    const html = await reportPage({ story, figures, checks, start, weights_sha256, language, day });
    const bytes = new TextEncoder().encode(html);
    return tell({ type: 'saved', name: `${state.lab?.id}.html`, mime: 'text/html', bytes });
  }
  const { encodeModel } = await import('@tenlab/checkpoint');
  for (const [name, model] of modelsOf(state.net)) {
    const bytes = (await encodeModel(model, `${name}.keras`)) as Uint8Array<ArrayBuffer>;
    tell({ type: 'saved', name: `${name}.keras`, mime: 'application/octet-stream', bytes });
  }
}

async function open({ lab, language, name, bytes }: ToWorker & { type: 'open' }): Promise<void> {
  const [{ loadLab }, { useBackend }, { loadModel }] = await Promise.all([
    import('@tenlab/labs'),
    import('@tenlab/core'),
    import('@tenlab/checkpoint'),
  ]);
  tell(describe(await useBackend()));
  const model = await loadModel(new File([bytes], name));
  Object.assign(state, { lab: await loadLab(lab), language, net: model, free: true });
  tell({ type: 'opened', name, summary: model.summary({ print: false }) });
  await look(model);
}

function failure(error: unknown): FromWorker {
  const { code = 'code' } = (error ?? {}) as { code?: string };
  return { type: 'failed', code, message: messageOf(error) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
