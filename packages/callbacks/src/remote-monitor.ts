import { checkOptions } from '@tenlab/core';
import { Callback, type Logs } from '@tenlab/layers';
import { expectText } from './invalid-option';
import { defaultStream } from './text-stream';

export interface RemoteMonitorOptions {
  /** The server. Default `http://localhost:9000`. */
  root?: string;
  /** Default `/publish/epoch/end/`. */
  path?: string;
  /** The form field that holds the JSON, where `sendAsJson` is false. Default `data`. */
  field?: string;
  /** Further headers. */
  headers?: Readonly<Record<string, string>>;
  /** Send the JSON as the body instead of a form. Default false. */
  sendAsJson?: boolean;
}

/**
 * Sends the logs of each epoch to a server, by HTTP POST: `{ "epoch": 0, "loss": 0.3, … }`.
 *
 * A server that cannot be reached, or refuses, is told of once and does not stop training. Keras class:
 * `keras.callbacks.RemoteMonitor`.
 *
 * @example
 * await model.fit(x, y, { epochs: 5, callbacks: [new RemoteMonitor({ root: 'http://localhost:9000', sendAsJson: true })] });
 */
export class RemoteMonitor extends Callback {
  readonly #url: string;
  readonly #field: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #sendAsJson: boolean;
  #hasWarned = false;

  constructor(options: RemoteMonitorOptions = {}) {
    super();
    checkOptions(options, ['root', 'path', 'field', 'headers', 'sendAsJson'], 'RemoteMonitor');
    const { root = 'http://localhost:9000', path = '/publish/epoch/end/', field = 'data' } = options;
    expectText('RemoteMonitor', 'root', root, 'http://localhost:9000');
    expectText('RemoteMonitor', 'field', field, 'data');
    this.#url = root + path;
    this.#field = field;
    this.#headers = options.headers ?? {};
    this.#sendAsJson = options.sendAsJson ?? false;
  }

  override onTrainBegin(): void {
    this.#hasWarned = false;
  }

  override async onEpochEnd(epoch: number, logs: Logs): Promise<void> {
    const json = JSON.stringify({ epoch, ...logs });
    const asForm = new URLSearchParams({ [this.#field]: json });
    const headers = this.#sendAsJson ? { 'content-type': 'application/json', ...this.#headers } : { ...this.#headers };
    try {
      const response = await fetch(this.#url, { method: 'POST', headers, body: this.#sendAsJson ? json : asForm });
      await response.arrayBuffer();
      if (!response.ok) this.#warn(`${response.status} ${response.statusText}`);
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      this.#warn(cause instanceof Error ? cause.message : String(cause));
    }
  }

  #warn(reason: string): void {
    if (this.#hasWarned) return;
    this.#hasWarned = true;
    defaultStream().write(`RemoteMonitor: ${this.#url} does not take the logs (${reason}). Training goes on.\n`);
  }
}
