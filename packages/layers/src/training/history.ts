import { Callback } from './callback';
import type { Logs } from './logs';
import type { CallbackState } from './resume/run-state';

/**
 * The metrics of each epoch. `fit` adds one to every run and returns it. Keras class: `keras.callbacks.History`.
 *
 * @example
 * const model = new Sequential([new Dense({ units: 1, kernelInitializer: 'ones', inputShape: [1] })]);
 * model.compile({ optimizer: new SGD({ learningRate: 0.1 }), loss: 'mse' });
 * const { history } = await model.fit([[1], [2]], [2, 4], { epochs: 2, verbose: 0 });
 * history.loss; // [2.5, 0.265]
 */
export class History extends Callback {
  /** One list per metric, one entry per epoch. */
  readonly history: Record<string, number[]> = {};
  /** The epochs, counted from 0. */
  readonly epoch: number[] = [];

  override onEpochEnd(epoch: number, logs: Logs): void {
    this.epoch.push(epoch);
    for (const [name, value] of Object.entries(logs)) {
      this.history[name] ??= [];
      this.history[name].push(value);
    }
  }

  override getState(): CallbackState {
    return { values: structuredClone({ history: this.history, epoch: this.epoch }) };
  }

  override setState({ values }: CallbackState): void {
    Object.assign(this.history, structuredClone(values.history));
    this.epoch.push(...(values.epoch as number[]));
  }
}
