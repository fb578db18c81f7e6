import type { Model } from '@tenlab/layers';
import { planHdf5 } from '../../hdf5/write/plan-hdf5';
import { type ZipContent, zipPieces } from '../../zip/encode';
import { vocabulariesOf } from '../vocabularies';
import { kerasVersion } from './keras-version';
import { weightsTree } from './weights-tree';

/** The pieces of a `.keras` file, to be written one after the other. Throws for a model that no configuration describes. */
export async function kerasPieces(model: Model): Promise<Uint8Array[]> {
  const weights: Uint8Array[] = [];
  const text = (content: string): Uint8Array[] => [new TextEncoder().encode(content)];
  const metadata = { keras_version: kerasVersion, date_saved: dateSaved(new Date()) };
  // Before the weights are copied: a model that cannot be described shall cost nothing.
  const config = model.toJSON();
  for await (const piece of planHdf5(weightsTree(model)).pieces()) weights.push(piece);
  const entries: ZipContent[] = [
    ['metadata.json', text(JSON.stringify(metadata))],
    ['config.json', text(config)],
    ['model.weights.h5', weights],
    ...vocabulariesOf(model).map(([name, content]): ZipContent => [name, text(content)]),
  ];
  return zipPieces(entries);
}

/** Keras's form: `2026-11-22@07:28:39`. */
function dateSaved(date: Date): string {
  return date.toISOString().slice(0, 19).replace('T', '@');
}
