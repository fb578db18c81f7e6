import { inWords, TenlabError } from '@tenlab/core';
import type { ImageSetOptions } from '@tenlab/datasets';
import type { Callback, Model } from '@tenlab/layers';
import type { ChartSpec, ReportSection, ReportTable } from '@tenlab/viz';
import type { GreyImage } from './images/grey-image';
import type { EpochEvent, StartEvent } from './runner/events';
import { type Language, languages, type Text } from './texts';

/** What is known of a lab without loading it: enough for a list. */
export interface LabAbout {
  /** Its name on the command line and in the page's address, such as `mnist-digits`. */
  id: string;
  /** Its place in the course, from 1; an extra has none. */
  number?: number;
  title: Text;
  /** What one can do after it, in one sentence. */
  goal: Text;
}

/** How much a run trains: `smoke` for a machine's check, `laptop` for a person's, `full` as in the course. */
export type Tier = 'smoke' | 'laptop' | 'full';

export interface TierSettings {
  epochs: number;
  batchSize: number;
  /** Use only the first so many training examples, and at most as many test examples. */
  limit?: number;
}

/** What every lab's data say of themselves; a lab adds its own fields. */
export interface LabData {
  name: string;
  /** Where they were found. */
  source: string;
  /** The same for the same data, wherever they were found. */
  sha256?: string;
  /** How many examples to train on, and how many to test on. */
  counts: { train: number; test: number };
}

/** One model, several to compare, or none. */
export type Net = Model | Readonly<Record<string, Model>>;

/** A picture of a lab: a chart to be rendered, or a finished SVG text; `narrow` is the same for a phone. */
export interface LabFigure {
  /** Its file's name without ending, such as `curves`. */
  name: string;
  /** What it shows, for people who cannot see it. */
  alt: Text;
  caption: Text;
  picture: Picture;
  narrow?: Picture;
}

export type Picture = { spec: ChartSpec } | { svg: string };

/** Where data sets are looked for. In a page `baseUrl` says where its own copies lie. */
export type DatasetOptions = Pick<ImageSetOptions, 'baseUrl' | 'offline' | 'bundled' | 'onProgress'>;

/**
 * Where a lab keeps files of its own, by names such as `training_1/cp.ckpt.index`: the run's folder on a disk, memory in a page. A file
 * is there whole or not at all.
 */
export interface LabFiles {
  /** Where they are, in people's words. */
  readonly place: string;
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** The file's bytes; undefined where there is none. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** The names of the files in a folder, without the folder, in order; none where there is no such folder. */
  list(folder: string): Promise<string[]>;
}

/** What a lab's functions are given besides their data. */
export interface LabContext {
  readonly settings: TierSettings & { seed: number };
  /** For the loaders of data sets: where to look, and whom to tell of a download. */
  readonly datasets: DatasetOptions;
  readonly language: Language;
  /** How this reader starts tenlab, such as `npx tenlab`: for commands to try. */
  readonly command: string;
  /** To be handed to `fit`, `evaluate` and `predict`: progress, events, and Ctrl-C work through them. */
  readonly callbacks: Callback[];
  /** For files of the lab's own, such as checkpoints. */
  readonly files: LabFiles;
  /** Says something to the learner, in the language of the run. */
  say(text: Text): Promise<void>;
  /** Shows a picture and keeps it for the report. */
  show(figure: LabFigure): Promise<void>;
}

/** What a run knows when the report is written. */
export interface LabRun<Data extends LabData, Trained extends Net, Answers> {
  start: StartEvent;
  data: Data;
  net: Trained;
  history: Readonly<Record<string, readonly number[]>>;
  epochs: readonly EpochEvent[];
  test: Readonly<Record<string, number>>;
  answers: Answers;
  /** Time taken by training alone, and by all. */
  seconds: { training: number; total: number };
}

/** The report's story; pictures are named, as they were shown. */
export interface LabStory {
  title: string;
  summary: string;
  numbers: { label: string; value: string; note?: string }[];
  sections: (Omit<ReportSection, 'figures' | 'tables'> & { figures?: string[]; tables?: ReportTable[] })[];
  /** What to do now, most worthwhile first. */
  next: string[];
}

/** Something a good run must show; `undefined` when it cannot be judged on so small a run. */
export interface LabCheck<Run> {
  id: string;
  title: Text;
  passed(run: Run): boolean | undefined;
  /** What was found, in words. */
  found(run: Run): Text;
}

/** How a lab whose inputs can be drawn reads a drawing. */
export interface LabDrawing<Trained extends Net> {
  classNames: readonly string[];
  /** Brings a drawing into the form of the training data: values, their shape for one example, and what was done. */
  prepare(
    image: GreyImage,
    place?: string,
  ): { pixels: Float32Array; shape: [height: number, width: number]; polarity: string };
  /** One probability for each class. */
  probabilities(net: Trained, pixels: Float32Array): Promise<Float32Array>;
}

/**
 * A lab: data and a few functions, in the order of the course (explore, clean, split, model, compile, train, test, predict).
 *
 * It touches neither files nor pages, so the command line and the browser run the same object.
 */
export interface Lab<Data extends LabData = LabData, Trained extends Net = Net, Answers = unknown> extends LabAbout {
  tiers: Readonly<Record<Tier, TierSettings>>;
  /** Loads, cleans and splits. */
  data(context: LabContext): Promise<Data>;
  /** Looks at the data. */
  explore(data: Data, context: LabContext): Promise<void>;
  /** Builds and compiles. */
  model(context: LabContext): Trained;
  /** Trains; returns what each metric did over the epochs. */
  train(net: Trained, data: Data, context: LabContext): Promise<Readonly<Record<string, readonly number[]>>>;
  /** Measures on data never trained on. */
  evaluate(net: Trained, data: Data, context: LabContext): Promise<Record<string, number>>;
  /** Looks at single answers. */
  predict(net: Trained, data: Data, context: LabContext): Promise<Answers>;
  /** Tells the run's story. */
  report(run: LabRun<Data, Trained, Answers>, context: LabContext): Promise<LabStory>;
  checks: readonly LabCheck<LabRun<Data, Trained, Answers>>[];
  drawing?: LabDrawing<Trained>;
}

/**
 * Checks a lab's definition and returns it as the runner takes it, whatever its data, its net and its answers are.
 *
 * @example
 * export const lab = defineLab({ id: 'hello', number: 0, title: { en: 'Hello', zh: '你好' }, …, checks: [] });
 *
 * @throws TenlabError when a name is not in kebab case, a text lacks a language, or two checks share a name.
 */
export function defineLab<Data extends LabData, Trained extends Net, Answers>(
  definition: Lab<Data, Trained, Answers>,
): Lab {
  const complain = (expected: string, received: unknown, remedy: string): never => {
    throw new TenlabError({ code: 'invalid-lab', place: `Lab '${definition.id}'`, expected, received, remedy });
  };
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(definition.id)) {
    complain(
      '`id` must be words in lower case joined by hyphens',
      definition.id,
      'Choose a name such as `mnist-digits`.',
    );
  }
  const texts = {
    title: definition.title,
    goal: definition.goal,
    ...Object.fromEntries(definition.checks.map((check) => [`check '${check.id}'`, check.title])),
  };
  for (const [name, text] of Object.entries(texts)) {
    const missing = languages.find((language) => !text[language]);
    if (missing !== undefined)
      complain(`the ${name} in every language`, inWords(`none in '${missing}'`), 'Write it in English and in Chinese.');
  }
  const names = definition.checks.map((check) => check.id);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) complain('a name of its own for each check', twice, 'Rename one of the two.');
  for (const [tier, { epochs, batchSize }] of Object.entries(definition.tiers)) {
    const whole = Number.isInteger(epochs) && epochs > 0 && Number.isInteger(batchSize) && batchSize > 0;
    if (!whole)
      complain(
        `whole numbers of epochs and batch size in tier '${tier}'`,
        { epochs, batchSize },
        'Use numbers from 1.',
      );
  }
  // A method's parameters are compared both ways, so a lab with data of its own is a lab: the runner hands it back only what it made.
  return definition;
}
