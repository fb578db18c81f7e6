import { encodeEvent, eventFileVersion, frameRecord, type SummaryValue } from '@tenlab/checkpoint/records';

/** Where an event file stands, for the state of a run. */
export type EventFilePlace = [name: string, bytes: number];

let made = 0;

/** One file of events in a folder, made at the first event. Node only. */
export class EventFile {
  readonly #folder: string;
  #name = '';
  #bytes = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The place after all that was written; null before the first event. */
  get place(): EventFilePlace | null {
    return this.#name === '' ? null : [this.#name, this.#bytes];
  }

  /** Adds the values of a step. */
  async add(step: number, summary: SummaryValue[]): Promise<void> {
    const wallTime = Date.now() / 1000;
    const events = [frameRecord(encodeEvent({ wallTime, step, summary }))];
    if (this.#name === '') {
      this.#name = fileName(wallTime);
      events.unshift(frameRecord(encodeEvent({ wallTime, step: 0, fileVersion: eventFileVersion })));
    }
    await this.#append(Buffer.concat(events));
  }

  /** Goes on in the file of a run that is resumed, without what it wrote after its state was kept. */
  async resume([name, bytes]: EventFilePlace): Promise<void> {
    const { join } = process.getBuiltinModule('node:path');
    const { stat, truncate } = process.getBuiltinModule('node:fs').promises;
    const path = join(this.#folder, name);
    const size = await stat(path).then(
      (status) => status.size,
      () => 0,
    );
    // A file that was removed or cut begins anew, under another name: TensorBoard joins them.
    if (size < bytes) return;
    await truncate(path, bytes);
    this.#name = name;
    this.#bytes = bytes;
  }

  async #append(bytes: Uint8Array): Promise<void> {
    const { makeFolder, writeError } = await import('@tenlab/core/node');
    const { join } = process.getBuiltinModule('node:path');
    await makeFolder(this.#folder);
    const path = join(this.#folder, this.#name);
    try {
      await process.getBuiltinModule('node:fs').promises.appendFile(path, bytes);
    } catch (error) {
      throw writeError(error, path) ?? error;
    }
    this.#bytes += bytes.length;
  }
}

/** As TensorFlow names them: TensorBoard looks for `tfevents`, and sorts by the time. */
function fileName(seconds: number): string {
  const host = process.getBuiltinModule('node:os').hostname();
  return `events.out.tfevents.${Math.floor(seconds)}.${host}.${process.pid}.${made++}.v2`;
}
