import type { FromWorker, RunRequest, ToWorker } from '../worker/protocol';

/** Milliseconds without a sign of life after which a run counts as silent. */
const silence = 4000;

export interface LiveRunOptions {
  /** Makes the worker; a test hands in its own. */
  start(): Worker;
  tell(message: FromWorker): void;
  /** Called when the worker stops answering, and when it answers again. */
  silent(isSilent: boolean): void;
}

/**
 * A worker that runs one lab. To end it is to end the worker, with its threads and its memory: nothing of a run is left behind, whatever
 * its code does.
 */
export class LiveRun {
  readonly #worker: Worker;
  readonly #watch: ReturnType<typeof setInterval>;
  #heard = performance.now();
  #isSilent = false;

  constructor({ start, tell, silent }: LiveRunOptions) {
    this.#worker = start();
    this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      this.#heard = performance.now();
      tell(data);
    };
    this.#worker.onerror = (event) => {
      event.preventDefault?.();
      tell({
        type: 'failed',
        code: 'worker',
        message: event.message || 'The worker has ended: its memory may be full.',
      });
    };
    this.#watch = setInterval(() => {
      const isSilent = performance.now() - this.#heard > silence;
      if (isSilent !== this.#isSilent) silent(isSilent);
      this.#isSilent = isSilent;
    }, 500);
  }

  run(request: RunRequest): void {
    this.send(request);
  }

  send(message: ToWorker, transfer: Transferable[] = []): void {
    this.#worker.postMessage(message, transfer);
  }

  /** Ends the worker, whatever it does. */
  end(): void {
    clearInterval(this.#watch);
    this.#worker.onmessage = null;
    this.#worker.terminate();
  }
}
