import { Callback, type Logs } from '@tenlab/layers';
import { epochWord, inLanguage, type Language, readable } from '../texts';

export interface SparseProgressOptions {
  say(line: string): void;
  /** English when left out. */
  language?: Language;
}

/** How many lines a training of many epochs may have. */
const lines = 20;

/** Shows a training of very many short epochs: some twenty lines, evenly spaced, in place of a bar for each. */
export class SparseProgress extends Callback {
  override readonly showsProgress = true;
  override readonly everyBatch = false;
  readonly #say: SparseProgressOptions['say'];
  readonly #language: Language;
  #last: string | undefined;

  constructor({ say, language = 'en' }: SparseProgressOptions) {
    super();
    this.#say = say;
    this.#language = language;
  }

  override onEpochEnd(epoch: number, logs: Logs): void {
    const { epochs } = this.params;
    const values = Object.entries(logs).map(([name, value]) => `${name}: ${readable(Number(value), 4)}`);
    const line = `${inLanguage(epochWord, this.#language)} ${epoch + 1}/${epochs} - ${values.join(' - ')}`;
    const due = epoch === 0 || (epoch + 1) % Math.ceil(epochs / lines) === 0;
    if (due) this.#say(line);
    this.#last = due ? undefined : line;
  }

  /** The last epoch is always told, wherever training stopped. */
  override onTrainEnd(): void {
    if (this.#last !== undefined) this.#say(this.#last);
    this.#last = undefined;
  }
}
