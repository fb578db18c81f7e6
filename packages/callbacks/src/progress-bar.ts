import { checkOptions } from '@tenlab/core';
import { Callback, type Logs } from '@tenlab/layers';
import { type ProgressState, plainLine, progressLine } from './progress/progress-line';
import { defaultStream, hasColors, type TextStream } from './text-stream';

export interface ProgressBarOptions {
  /** Where to draw. Default `process.stderr`, so that stdout stays free for results; the console in a browser. */
  stream?: TextStream;
  /** Default: colours on a terminal, unless NO_COLOR is set. */
  colors?: boolean;
  /** What stands before the number of an epoch, for readers of other languages. Default `Epoch`. */
  epochWord?: string;
}

/** Milliseconds between two drawings. Reading the metrics waits for the device, so it is not done more often than this either. */
const drawEvery = 100;

/**
 * Shows how far training, evaluation or prediction is, as Keras does: a bar that is drawn again at most ten times a second on a
 * terminal, one line per epoch elsewhere. The time per step leaves out the first step, which prepares, and validation.
 * Keras class: `keras.callbacks.ProgbarLogger`.
 *
 * @example
 * await model.fit(train.x, train.y, { epochs: 2, callbacks: [new ProgressBar()] });
 * // Epoch 1/2
 * // 1875/1875 ━━━━━━━━━━━━━━━━━━━━ 14s 7ms/step - accuracy: 0.9550 - loss: 0.1503 - val_accuracy: 0.9806 - val_loss: 0.0613
 */
export class ProgressBar extends Callback {
  override readonly showsProgress = true;
  override readonly everyBatch = false;
  readonly #stream: TextStream;
  readonly #colors: boolean;
  readonly #epochWord: string;
  #inTraining = false;
  #title = '';
  #steps: number | null = null;
  /** The length of an epoch, where nobody knew it before the first. */
  #measuredSteps: number | null = null;
  #step = 0;
  #started = 0;
  #firstStepEnded = 0;
  /** How many steps had ended by then: several may run in one go. 0 before that. */
  #firstSteps = 0;
  #lastStepEnded = 0;
  #lastDrawn = Number.NEGATIVE_INFINITY;

  /** Throws for an option that does not exist. */
  constructor(options: ProgressBarOptions = {}) {
    super();
    checkOptions(options, ['stream', 'colors', 'epochWord'], 'ProgressBar');
    this.#stream = options.stream ?? defaultStream();
    this.#colors = options.colors ?? hasColors(this.#stream);
    this.#epochWord = options.epochWord ?? 'Epoch';
  }

  override onTrainBegin(): void {
    this.#inTraining = true;
    this.#measuredSteps = null;
  }

  override onTrainEnd(): void {
    this.#inTraining = false;
  }

  override onEpochBegin(epoch: number): void {
    this.#begin(`${this.#epochWord} ${epoch + 1}/${this.params.epochs}`, this.#measuredSteps);
  }

  override onTrainBatchEnd(step: number, logs: Logs): void {
    this.#advance(step, logs);
  }

  override onEpochEnd(_epoch: number, logs: Logs): void {
    this.#finish(logs);
    this.#measuredSteps = this.#step;
  }

  override onTestBegin(): void {
    if (!this.#inTraining) this.#begin('');
  }

  override onTestBatchEnd(step: number, logs: Logs): void {
    if (!this.#inTraining) this.#advance(step, logs);
  }

  override onTestEnd(logs: Logs): void {
    if (!this.#inTraining) this.#finish(logs);
  }

  override onPredictBegin(): void {
    this.#begin('');
  }

  override onPredictBatchEnd(step: number): void {
    this.#advance(step, {});
  }

  override onPredictEnd(): void {
    this.#finish({});
  }

  #begin(title: string, measuredSteps: number | null = null): void {
    this.#title = title;
    this.#steps = this.params.steps ?? measuredSteps;
    this.#step = 0;
    this.#firstSteps = 0;
    this.#started = performance.now();
    this.#lastDrawn = Number.NEGATIVE_INFINITY;
    if (this.#stream.isTTY && title !== '') this.#stream.write(`${title}\n`);
  }

  #advance(step: number, logs: Logs): void {
    this.#step = step + 1;
    this.#lastStepEnded = performance.now();
    if (this.#firstSteps === 0) {
      this.#firstStepEnded = this.#lastStepEnded;
      this.#firstSteps = this.#step;
    }
    if (!this.#stream.isTTY || this.#lastStepEnded - this.#lastDrawn < drawEvery) return;
    this.#lastDrawn = this.#lastStepEnded;
    this.#redraw(this.#state(logs, false), '');
  }

  #finish(logs: Logs): void {
    const state = this.#state(logs, true);
    if (this.#stream.isTTY) this.#redraw(state, '\n');
    else this.#stream.write(`${this.#title}${this.#title && ' - '}${plainLine(state)}\n`);
  }

  #redraw(state: ProgressState, end: string): void {
    const style = { colors: this.#colors, columns: this.#stream.columns ?? 80 };
    // Back to the start of the line, draw, clear what is left of the line before.
    this.#stream.write(`\r${progressLine(state, style)}\u001b[K${end}`);
  }

  #state(logs: Logs, finished: boolean): ProgressState {
    return {
      step: this.#step,
      steps: finished ? (this.#steps ?? this.#step) : this.#steps,
      seconds: (performance.now() - this.#started) / 1000,
      secondsPerStep: this.#secondsPerStep(),
      metrics: { ...logs },
      finished,
    };
  }

  #secondsPerStep(): number {
    if (this.#step === 0) return 0;
    const isFirst = this.#step === this.#firstSteps;
    const since = isFirst ? this.#started : this.#firstStepEnded;
    return (this.#lastStepEnded - since) / (isFirst ? this.#step : this.#step - this.#firstSteps) / 1000;
  }
}
