import { checkpointFiles, latestCheckpoint, loadWeights, memoryFiles } from '@tenlab/checkpoint';
import { Callback, type Model } from '@tenlab/layers';
import type { LabFiles } from '../../define-lab';

/**
 * Writes a model's weights as a checkpoint of TensorFlow: a file of data, one that says what lies where in it, and the folder's
 * `checkpoint`, which names the newest. Returns how many bytes.
 */
export async function writeCheckpoint(files: LabFiles, folder: string, prefix: string, model: Model): Promise<number> {
  let bytes = 0;
  // In this order: the file that names the newest comes when the newest is there.
  for (const [name, pieces] of checkpointFiles(model, prefix)) {
    const parts: Uint8Array[] = [];
    for await (const piece of pieces) parts.push(piece.slice());
    const whole = new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
    await files.write(`${folder}/${name}`, whole);
    bytes += whole.length;
  }
  return bytes;
}

/** The name of the newest checkpoint in a folder; undefined where there is none. */
export async function newestCheckpoint(files: LabFiles, folder: string): Promise<string | undefined> {
  return latestCheckpoint(memoryFiles(await allFiles(files, folder), folder));
}

/** Gives a model the weights of a checkpoint: that of this name, or the newest. */
export async function readCheckpoint(files: LabFiles, folder: string, model: Model, prefix?: string): Promise<void> {
  const all = await allFiles(files, folder);
  const chosen = prefix ?? (await newestCheckpoint(files, folder));
  await loadWeights(model, new Map([...all].filter(([name]) => name.startsWith(`${chosen}.`))));
}

/** The names of all checkpoints in a folder, in order. */
export async function checkpointsIn(files: LabFiles, folder: string): Promise<string[]> {
  const names = await files.list(folder);
  return names.filter((name) => name.endsWith('.index')).map((name) => name.slice(0, -'.index'.length));
}

export interface KeepWeightsOptions {
  files: LabFiles;
  folder: string;
  /** The name of the checkpoint of an epoch, counted from 1. */
  nameOf(epoch: number): string;
  /** After each so many epochs. */
  every: number;
}

/** Writes a checkpoint after every so many epochs: what `ModelCheckpoint` does, which writes to a disk alone. */
export class KeepWeights extends Callback {
  readonly written: string[] = [];
  readonly #options: KeepWeightsOptions;

  constructor(options: KeepWeightsOptions) {
    super();
    this.#options = options;
  }

  override async onEpochEnd(epoch: number): Promise<void> {
    const { files, folder, nameOf, every } = this.#options;
    if ((epoch + 1) % every !== 0) return;
    const name = nameOf(epoch + 1);
    await writeCheckpoint(files, folder, name, this.model as Model);
    if (!this.written.includes(name)) this.written.push(name);
  }
}

async function allFiles(files: LabFiles, folder: string): Promise<Map<string, Uint8Array>> {
  const all = new Map<string, Uint8Array>();
  for (const name of await files.list(folder)) all.set(name, (await files.read(`${folder}/${name}`))!);
  return all;
}
