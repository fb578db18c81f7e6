import { Callback } from './callback';
import type { Logs } from './logs';

/**
 * Prints one line per epoch, as Keras with `verbose=2`. What `fit` uses unless a callback shows progress itself.
 *
 * @example
 * // Epoch 1/2
 * // 1875/1875 - 14s - 7ms/step - accuracy: 0.9550 - loss: 0.1503
 */
export class ProgressLines extends Callback {
  override readonly showsProgress: boolean = true;
  override readonly everyBatch: boolean = false;
  #started = 0;
  #steps = 0;
  #inTraining = false;

  override onTrainBegin(): void {
    this.#inTraining = true;
  }

  override onEpochBegin(epoch: number): void {
    if (this.params.epochs > 1) console.log(`Epoch ${epoch + 1}/${this.params.epochs}`);
    this.#start();
  }

  override onTrainBatchEnd(step: number): void {
    this.#steps = step + 1;
  }

  override onEpochEnd(_epoch: number, logs: Logs): void {
    this.#print(logs);
  }

  override onTrainEnd(): void {
    this.#inTraining = false;
  }

  override onTestBegin(): void {
    if (!this.#inTraining) this.#start();
  }

  override onTestBatchEnd(step: number): void {
    if (!this.#inTraining) this.#steps = step + 1;
  }

  override onTestEnd(logs: Logs): void {
    if (!this.#inTraining) this.#print(logs);
  }

  override onPredictBegin(): void {
    this.#start();
  }

  override onPredictBatchEnd(step: number): void {
    this.#steps = step + 1;
  }

  override onPredictEnd(): void {
    this.#print({});
  }

  #start(): void {
    this.#started = performance.now();
    this.#steps = 0;
  }

  #print(logs: Logs): void {
    const milliseconds = performance.now() - this.#started;
    const values = Object.entries(logs).map(([name, value]) => ` - ${name}: ${formatMetric(value)}`);
    const perStep = formatDuration(milliseconds / Math.max(1, this.#steps));
    console.log(
      `${this.#steps}/${this.params.steps ?? this.#steps} - ${Math.round(milliseconds / 1000)}s - ${perStep}/step${values.join('')}`,
    );
  }
}

/**
 * A metric as Keras prints it: four decimals, or scientific when it is very small.
 *
 * @example
 * formatMetric(0.15034); // '0.1503'
 * formatMetric(0.00012); // '1.2000e-04'
 */
export function formatMetric(value: number): string {
  if (value === 0 || !Number.isFinite(value) || Math.abs(value) > 1e-3) return value.toFixed(4);
  return value.toExponential(4).replace(/e([+-])(\d)$/, 'e$10$2');
}

/** A duration as Keras prints it: `7ms`, `2s`, `450us`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds >= 1000) return `${Math.round(milliseconds / 1000)}s`;
  return milliseconds >= 1 ? `${Math.round(milliseconds)}ms` : `${Math.round(milliseconds * 1000)}us`;
}
