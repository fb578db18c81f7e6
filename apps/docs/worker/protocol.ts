// What the page and the worker of a live lab say to each other.
import type { GradedStep, GreyImage, LabEvent, LabStory, Language, TierSettings } from '@tenlab/labs';

/** The files of a lab by their path among the labs' sources, as `lab-sources` gives them. */
export interface LabSources {
  /** The file that exports the lab. */
  entry: string;
  files: Readonly<Record<string, string>>;
}

/** What a run is to do. */
export interface RunRequest {
  type: 'run';
  lab: string;
  settings: TierSettings & { seed: number };
  /** In place of the rates that the lab's optimizers have. */
  learningRate?: number;
  language: Language;
  /** The address of the folder with the data. */
  dataUrl: string;
  /** The lab's own files after someone has edited them; without it the lab runs as it is. */
  sources?: LabSources;
}

/** A learner's exercise to be judged. */
export interface GradeRequest {
  type: 'grade';
  lab: string;
  language: Language;
  dataUrl: string;
  /** The learner's file. */
  text: string;
}

export type ToWorker =
  | RunRequest
  | GradeRequest
  | { type: 'pause' }
  | { type: 'resume' }
  /** A drawing to read, now and whenever the network has learned more; `undefined` when there is none any more. */
  | { type: 'draw'; image: GreyImage | undefined }
  | { type: 'save'; format: SavedFormat }
  | { type: 'open'; lab: string; language: Language; name: string; bytes: ArrayBuffer };

/** How a step of an exercise came out; `mistake` is in the learner's language. */
export interface StepResult {
  id: string;
  state: GradedStep['state'];
  mistake?: { id: string; text: string };
}

export type SavedFormat = 'keras' | 'html';

/** A picture of a lab, drawn. */
export interface DrawnFigure {
  name: string;
  alt: string;
  caption: string;
  svg: string;
  /** The same for a phone. */
  narrow?: string;
}

/** Small pictures, all of one size: the filters of a layer, for example. */
export interface Tiles {
  width: number;
  height: number;
  count: number;
  /** One picture after the other; each is scaled to its own largest value where it is shown. */
  data: Float32Array;
}

/** Examples of the test set, and what the network makes of them now. */
export interface SampleReading {
  images: Tiles;
  labels: readonly string[];
  readings: readonly string[];
  /** How sure it is of each. */
  confidence: readonly number[];
}

export interface Outcome {
  story: Pick<LabStory, 'title' | 'summary' | 'numbers' | 'next'>;
  checks: readonly { title: string; passed: boolean | undefined; found: string }[];
  seconds: number;
  models: readonly string[];
}

export type FromWorker =
  | { type: 'backend'; name: string; threads: number; notes: readonly string[] }
  | { type: 'event'; event: Exclude<LabEvent, { event: 'figure' | 'step' }> }
  | { type: 'figure'; figure: DrawnFigure }
  | { type: 'progress'; epoch: number; step: number; steps: number | null; logs: Readonly<Record<string, number>> }
  | { type: 'filters'; tiles: Tiles }
  | { type: 'samples'; samples: SampleReading }
  | { type: 'reading'; probabilities: readonly number[]; classNames: readonly string[]; tiles: Tiles }
  | { type: 'unread'; message: string }
  | { type: 'download'; received: number; total: number | undefined }
  | { type: 'outcome'; outcome: Outcome }
  | { type: 'graded'; steps: readonly StepResult[] }
  | { type: 'opened'; name: string; summary: string }
  | { type: 'paused' }
  | { type: 'saved'; name: string; mime: string; bytes: Uint8Array<ArrayBuffer> }
  /** The code tried to reach another place, and was not let. */
  | { type: 'refused'; what: string }
  /** It lives: said twice a second, unless the code holds the worker. */
  | { type: 'alive' }
  | { type: 'failed'; code: string; message: string };
