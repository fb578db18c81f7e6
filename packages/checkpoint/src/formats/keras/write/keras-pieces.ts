import type { Model } from '@tenlab/layers';
import { crc32 } from '../../crc/crc32';
import { planHdf5 } from '../../hdf5/write/plan-hdf5';
import { type ZipContent, zipStream } from '../../zip/encode';
import { vocabulariesOf } from '../vocabularies';
import { kerasVersion } from './keras-version';
import { weightsTree } from './weights-tree';

/**
 * The pieces of a `.keras` file, to be written one after the other; each weight is copied from the backend when its turn comes. Throws for a model
 * that no configuration describes.
 */
export async function kerasPieces(model: Model): Promise<AsyncGenerator<Uint8Array>> {
  const text = (content: string): Uint8Array[] => [new TextEncoder().encode(content)];
  const metadata = { keras_version: kerasVersion, date_saved: dateSaved(new Date()) };
  // Before the weights are copied: a model that cannot be described shall cost nothing.
  const config = model.toJSON();
  const { size, pieces } = planHdf5(weightsTree(model));
  // Once for the checksum, which stands in front, and once to be written: never are all weights in memory a second time.
  let crc = 0;
  for await (const piece of pieces()) crc = crc32(piece, crc);
  return zipStream([
    ['metadata.json', text(JSON.stringify(metadata))],
    ['config.json', text(config)],
    ['model.weights.h5', { size, crc, pieces }],
    ...vocabulariesOf(model).map(([name, content]): ZipContent => [name, text(content)]),
  ]);
}

/** Keras's form: `2026-11-22@07:28:39`. */
function dateSaved(date: Date): string {
  return date.toISOString().slice(0, 19).replace('T', '@');
}
