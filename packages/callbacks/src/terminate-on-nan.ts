import { checkOptions, inWords, TenlabError } from '@tenlab/core';
import { Callback, type Logs } from '@tenlab/layers';
import { defaultStream } from './text-stream';

export interface TerminateOnNaNOptions {
  /** End training with an error instead of stopping it. Default false. */
  raiseError?: boolean;
}

/** Where a loss stopped being a number. */
export interface NaNReport {
  /** Counted from 0. */
  epoch: number;
  /** Counted from 0. */
  step: number;
  loss: number;
  /** The layers whose weights are no numbers any more, by path. */
  layers: readonly string[];
}

/**
 * Stops training at the first step whose loss is NaN or infinite, and names the step and the layers whose weights are lost.
 *
 * Without it `fit` ends with an error. Keras class: `keras.callbacks.TerminateOnNaN`.
 *
 * @example
 * const guard = new TerminateOnNaN();
 * await model.fit(x, y, { epochs: 5, callbacks: [guard] });
 * guard.report; // { epoch: 0, step: 7, loss: NaN, layers: ['dense', 'dense_1'] }; undefined when all went well
 */
export class TerminateOnNaN extends Callback {
  override readonly judgesLoss: boolean = true;
  readonly #raiseError: boolean;
  #epoch = 0;
  #report: NaNReport | undefined;

  constructor(options: TerminateOnNaNOptions = {}) {
    super();
    checkOptions(options, ['raiseError'], 'TerminateOnNaN');
    this.#raiseError = options.raiseError ?? false;
  }

  /** What happened; undefined while the loss is a number. */
  get report(): NaNReport | undefined {
    return this.#report;
  }

  override onTrainBegin(): void {
    this.#report = undefined;
  }

  override onEpochBegin(epoch: number): void {
    this.#epoch = epoch;
  }

  override onTrainBatchEnd(step: number, logs: Logs): void {
    const { loss } = logs;
    if (loss === undefined || Number.isFinite(loss)) return;
    const report = { epoch: this.#epoch, step, loss, layers: this.#lostLayers() };
    this.#report = report;
    const where = `epoch ${report.epoch + 1}, step ${step + 1}`;
    const lost =
      report.layers.length === 0
        ? 'All weights are still numbers: the loss itself or the data made it.'
        : `Weights that are no numbers any more: ${report.layers.join(', ')}.`;
    if (this.#raiseError) {
      throw new TenlabError({
        code: 'nan-loss',
        place: 'TerminateOnNaN',
        expected: 'the loss must stay a number',
        received: inWords(`${loss} in ${where}. ${lost}`),
        remedy: 'Lower the learning rate, scale the inputs to about 1, or clip gradients with `clipnorm`.',
      });
    }
    this.model.stopTraining = true;
    defaultStream().write(`TerminateOnNaN: the loss is ${loss} in ${where}, training stops. ${lost}\n`);
  }

  #lostLayers(): string[] {
    const lost = this.model.weights.filter(({ value }) => !value.dataSync().every(Number.isFinite));
    return [...new Set(lost.map(({ path, name }) => path.slice(0, -name.length - 1) || path))];
  }
}
