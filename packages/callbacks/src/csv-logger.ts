import { checkOptions } from '@tenlab/core';
import { Callback, type CallbackState, type Logs } from '@tenlab/layers';
import { expectText } from './invalid-option';
import { defaultStream } from './text-stream';

export interface CSVLoggerOptions {
  /** The file; its folder is made if it is not there. */
  filename: string;
  /** Between the columns. Default `,`. */
  separator?: string;
  /** Add to a file that is there, instead of beginning it anew. Default false. */
  append?: boolean;
}

/**
 * Writes the logs of each epoch as a line of a CSV file: `epoch`, counted from 0, then the metrics in alphabetical order, `NA` for one
 * that an epoch does not have.
 *
 * A run that is resumed after a kill goes on in the file without a line twice. Node only. Keras class: `keras.callbacks.CSVLogger`.
 *
 * @example
 * await model.fit(x, y, { epochs: 2, callbacks: [new CSVLogger({ filename: 'training.csv' })] });
 * // epoch,accuracy,loss,val_accuracy,val_loss
 * // 0,0.91,0.32,NA,NA
 * // 1,0.95,0.17,NA,NA
 */
export class CSVLogger extends Callback {
  readonly #filename: string;
  readonly #separator: string;
  readonly #append: boolean;
  /** The columns after `epoch`; null before the first line. */
  #columns: string[] | null = null;
  #bytes = 0;

  /** Throws for unknown options and a name that is none. */
  constructor(options: CSVLoggerOptions) {
    super();
    checkOptions(options, ['filename', 'separator', 'append'], 'CSVLogger');
    const { filename, separator = ',', append = false } = options;
    expectText('CSVLogger', 'filename', filename, 'training.csv');
    expectText('CSVLogger', 'separator', separator, ',');
    this.#filename = filename;
    this.#separator = separator;
    this.#append = append;
  }

  override async onTrainBegin(): Promise<void> {
    const { makeFolder } = await import('@tenlab/core/node');
    const { dirname } = process.getBuiltinModule('node:path');
    await makeFolder(dirname(this.#filename));
    this.#columns = null;
    this.#bytes = this.#append ? await this.#sizeOfFile() : 0;
    // Nothing is cut off before the first line: a run that is resumed still needs what is there.
    await this.#write('');
  }

  override async onEpochEnd(epoch: number, logs: Logs): Promise<void> {
    const isFirst = this.#columns === null;
    this.#columns ??= columnsOf(logs);
    const cells = [epoch, ...this.#columns.map((name) => logs[name] ?? 'NA')];
    const header = isFirst && this.#bytes === 0 ? this.#line(['epoch', ...this.#columns]) : '';
    await this.#write(header + this.#line(cells), isFirst);
  }

  override getState(): CallbackState {
    return { values: { columns: this.#columns, bytes: this.#bytes } };
  }

  override async setState({ values }: CallbackState): Promise<void> {
    const bytes = values.bytes as number;
    if ((await this.#sizeOfFile()) < bytes) {
      defaultStream().write(`CSVLogger: ${this.#filename} is shorter than when the run was stopped; it begins anew.\n`);
      this.#bytes = 0;
      return;
    }
    this.#columns = values.columns as string[] | null;
    this.#bytes = bytes;
    await this.#write('', true);
  }

  #line(cells: readonly (string | number)[]): string {
    return `${cells.map((cell) => this.#quote(String(cell))).join(this.#separator)}\n`;
  }

  #quote(cell: string): string {
    if (!cell.includes(this.#separator) && !/["\r\n]/.test(cell)) return cell;
    return `"${cell.replaceAll('"', '""')}"`;
  }

  /** Adds text to the part of the file that is this run's; `cut` removes what lies behind it. */
  async #write(text: string, cut = false): Promise<void> {
    const { writeError } = await import('@tenlab/core/node');
    const { open } = process.getBuiltinModule('node:fs').promises;
    try {
      const handle = await open(this.#filename, 'a');
      try {
        if (cut) await handle.truncate(this.#bytes);
        await handle.appendFile(text);
      } finally {
        await handle.close();
      }
    } catch (error) {
      throw writeError(error, this.#filename) ?? error;
    }
    this.#bytes += Buffer.byteLength(text);
  }

  async #sizeOfFile(): Promise<number> {
    const { stat } = process.getBuiltinModule('node:fs').promises;
    return stat(this.#filename).then(
      ({ size }) => size,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return 0;
        throw error;
      },
    );
  }
}

/** The metrics of an epoch; where it had no validation, the columns that later ones will need, as Keras does. */
function columnsOf(logs: Logs): string[] {
  const names = Object.keys(logs).sort();
  return names.some((name) => name.startsWith('val_')) ? names : [...names, ...names.map((name) => `val_${name}`)];
}
