import { encodeModel, encodeWeights, loadModel, loadWeights } from '@tenlab/checkpoint';
import type { Model } from '@tenlab/layers';
import type { LabFiles } from '../../define-lab';
import { readCheckpoint } from './checkpoints';
import { digitsNetwork } from './network';

/** A way to keep a network and to have it back. */
export interface Restored {
  /** The file, or the folder of a checkpoint. */
  file: string;
  /** Which of the lab's networks is in it. */
  from: 'each' | 'every';
  bytes: number;
  /** A new model, with what was in the file. */
  model: Model;
}

/** A new network with the newest weights of a folder of checkpoints. */
export async function fromCheckpoint(files: LabFiles, folder: string, from: Restored['from']): Promise<Restored> {
  const model = digitsNetwork();
  await readCheckpoint(files, folder, model);
  return { file: `${folder}/`, from, bytes: await sizeOf(files, folder), model };
}

/** Saves the weights by hand, and gives them to a new network: one has to know how to build it. */
export async function byWeights(files: LabFiles, model: Model, file: string): Promise<Restored> {
  await files.write(file, await encodeWeights(model, file));
  const [bytes, other] = [(await files.read(file))!, digitsNetwork()];
  await loadWeights(other, bytes);
  return { file, from: 'every', bytes: bytes.length, model: other };
}

/** Saves the whole model and makes another of the file alone: its layers, its weights, and how it was compiled. */
export async function byModel(files: LabFiles, model: Model, file: string): Promise<Restored> {
  await files.write(file, await encodeModel(model, file));
  const bytes = (await files.read(file))!;
  return { file, from: 'every', bytes: bytes.length, model: await loadModel(bytes) };
}

async function sizeOf(files: LabFiles, folder: string): Promise<number> {
  let bytes = 0;
  for (const name of await files.list(folder)) bytes += (await files.read(`${folder}/${name}`))!.length;
  return bytes;
}
