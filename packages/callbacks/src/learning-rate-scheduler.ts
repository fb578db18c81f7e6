import { checkOptions } from '@tenlab/core';
import { Callback, type Logs } from '@tenlab/layers';
import { invalidOption } from './invalid-option';
import { formatMetric } from './progress/format';
import { defaultStream } from './text-stream';

export interface LearningRateSchedulerOptions {
  /** The rate of an epoch, counted from 0, given the rate before it. */
  schedule: (epoch: number, learningRate: number) => number;
  /** 1 says the rate of each epoch. Default 0. */
  verbose?: 0 | 1;
}

/**
 * Sets the learning rate before each epoch: `rate = schedule(epoch, rate)`. It is logged as `learning_rate`.
 *
 * For a rate that changes with every step give the optimizer a schedule instead. Keras class: `keras.callbacks.LearningRateScheduler`.
 *
 * @example
 * const decay = new LearningRateScheduler({ schedule: (epoch, rate) => (epoch < 10 ? rate : rate * Math.exp(-0.1)) });
 * await model.fit(x, y, { epochs: 15, callbacks: [decay] });
 */
export class LearningRateScheduler extends Callback {
  readonly #schedule: (epoch: number, learningRate: number) => number;
  readonly #verbose: boolean;

  /** Throws for unknown options, and a schedule that is no function. */
  constructor(options: LearningRateSchedulerOptions) {
    super();
    checkOptions(options, ['schedule', 'verbose'], 'LearningRateScheduler');
    const { schedule, verbose = 0 } = options;
    if (typeof schedule !== 'function') {
      throw invalidOption(
        'LearningRateScheduler',
        '`schedule` must be a function of the epoch and the rate before',
        schedule,
        'Pass for example (epoch, rate) => rate * 0.9.',
      );
    }
    this.#schedule = schedule;
    this.#verbose = verbose > 0;
  }

  /** Throws when the schedule gives no number above or equal to 0. */
  override onEpochBegin(epoch: number): void {
    const { optimizer } = this.model.compiledState;
    const rate = this.#schedule(epoch, optimizer.learningRate);
    if (!(typeof rate === 'number' && rate >= 0 && Number.isFinite(rate))) {
      throw invalidOption(
        `LearningRateScheduler, epoch ${epoch + 1}`,
        'the schedule must give a number from 0',
        rate,
        'Return the learning rate of the epoch.',
      );
    }
    optimizer.learningRate = rate;
    if (this.#verbose) defaultStream().write(`Epoch ${epoch + 1}: the learning rate is ${formatMetric(rate)}\n`);
  }

  override onEpochEnd(_epoch: number, logs: Logs): void {
    // Logged for everyone after it, History included, as in Keras.
    (logs as Record<string, number>).learning_rate = this.model.compiledState.optimizer.learningRate;
  }
}
