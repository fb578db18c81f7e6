import type { LabFigure } from '../define-lab';

/** A run has begun: what runs, on what, with which data. */
export interface StartEvent {
  event: 'start';
  lab: string;
  backend: string;
  threads: number;
  seed: number;
  data: { name: string; source: string; train: number; test: number; sha256?: string };
  /** Whether it goes on where a run before it was ended. */
  resumed?: true;
}

/** Something said to the learner. */
export interface TextEvent {
  event: 'text';
  text: string;
}

/** A picture to show. */
export interface FigureEvent {
  event: 'figure';
  figure: LabFigure;
}

/** A training step has ended; sent a few times a second at most. */
export interface StepEvent {
  event: 'step';
  epoch: number;
  step: number;
}

/** How long a training will take, from its first timed steps; validation comes on top, and a training may end early. */
export interface EstimateEvent {
  event: 'estimate';
  epochs: number;
  /** Steps that are left. */
  steps: number;
  ms_per_step: number;
  seconds: number;
}

/** An epoch has ended. Besides these it holds each metric by the name under which Keras logs it: `loss`, `val_loss`, … */
export type EpochEvent = {
  event: 'epoch';
  /** From 1. */
  epoch: number;
  /** Which model, where a lab trains several. */
  model?: string;
  steps: number;
  /** Training alone, without validation. */
  ms_per_step: number;
} & { [metric: string]: number | string };

/** A run has ended well. */
export interface EndEvent {
  event: 'end';
  test: Record<string, number>;
  seconds: number;
  /** `null` for a lab without weights. */
  weights_sha256: string | null;
  /** The files written, as absolute paths. */
  artifacts: string[];
  /** Where training was when its time was up; left out where it came to its end. */
  stopped?: string;
}

/** A run has ended early. */
export interface ErrorEvent {
  event: 'error';
  code: string;
  message: string;
}

export type LabEvent =
  | StartEvent
  | TextEvent
  | FigureEvent
  | EstimateEvent
  | StepEvent
  | EpochEvent
  | EndEvent
  | ErrorEvent;

/** The events of the contract for programs; the others are for people. */
export const contractEvents = ['start', 'epoch', 'end', 'error'] as const;

/**
 * Whether an event is for programs too: one of `start`, `epoch`, `end`, `error`.
 *
 * @example
 * isContractEvent({ event: 'text', text: 'Hello' }); // false
 */
export function isContractEvent(event: LabEvent): event is StartEvent | EpochEvent | EndEvent | ErrorEvent {
  return (contractEvents as readonly string[]).includes(event.event);
}
