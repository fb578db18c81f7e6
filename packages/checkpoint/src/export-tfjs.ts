import type { Model } from '@tenlab/layers';
import { keras2Topology } from './formats/tfjs/keras2-topology';
import { tfjsFiles } from './formats/tfjs/write-tfjs';
import { expectNode } from './platform/read-file';
import { writtenWeights } from './weights/collect-weights';
import { collectPieces, type Pieces, writePieces } from './write-pieces';

/**
 * Writes a model as TF.js has it: `model.json`, which `tf.loadLayersModel` opens, and the weights beside it in shards of 4 MiB.
 *
 * The state of the optimizer is not kept. Node only; in a browser use {@link encodeTfjs}. Throws a {@link TenlabError} for a model that
 * cannot be described by a configuration, or what the disk refuses.
 *
 * @example
 * await exportTfjs(model, 'web'); // web/model.json, web/group1-shard1of1.bin
 * const copy = await loadModel('web/model.json');
 */
export async function exportTfjs(model: Model, folder: string): Promise<void> {
  expectNode('exportTfjs', folder, 'encodeTfjs, which gives the files');
  const { join } = process.getBuiltinModule('node:path');
  const { makeFolder } = await import('@tenlab/core/node');
  await makeFolder(folder);
  for (const [name, pieces] of filesOf(model, folder)) await writePieces(join(folder, name), pieces);
}

/** The files that {@link exportTfjs} writes, by name. */
export async function encodeTfjs(model: Model): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const [name, pieces] of filesOf(model, 'encodeTfjs')) files.set(name, await collectPieces(pieces));
  return files;
}

function filesOf(model: Model, place: string): Map<string, Pieces> {
  const config = keras2Topology(JSON.parse(model.toJSON()) as Record<string, unknown>);
  const weights = writtenWeights(model, place);
  // TF.js knows weights by their layers, without the model in front.
  const own = `${model.name}/`;
  return tfjsFiles(
    config,
    new Map([...weights].map(([name, weight]) => [name.startsWith(own) ? name.slice(own.length) : name, weight])),
  );
}
