import { inWords, TenlabError } from '@tenlab/core';
import type { Trainer } from '../models/trainer';
import { ArrayBatches, type BatchSource } from './data/batches';
import { expectNoNaN } from './data/check-data';
import { type ClassWeight, withClassWeight } from './data/class-weight';
import { type BatchIterable, IterableBatches, isBatchIterable } from './data/iterable-batches';
import { type ArrayDataset, type DataInput, readDataset, sliceDataset } from './data/read-data';
import { expectIdsFit } from './expect-ids-fit';

/** What the batches of a run are made from. */
export interface RunData {
  x: DataInput | BatchIterable;
  y?: DataInput | null;
  sampleWeight?: DataInput | null;
  classWeight?: ClassWeight | null;
  batchSize?: number | null;
  shuffle?: boolean | 'batch';
}

/** Opened data: batches, and the arrays they come from, when they come from arrays. */
export interface OpenData {
  source: BatchSource;
  dataset: ArrayDataset | null;
}

/** The numbers of arrays a model takes, where they are known. */
export function arrayCounts(model: Trainer): { inputs?: number; outputs?: number } {
  const { graph } = model;
  return graph ? { inputs: graph.flatInputs.length, outputs: graph.flatOutputs.length } : {};
}

/** Makes batches of the data given to `fit`, `evaluate` or `predict`, and checks it as far as it is on the host. */
export function openData(place: string, model: Trainer, data: RunData): OpenData {
  const { x, y = null, sampleWeight = null } = data;
  const counts = arrayCounts(model);
  if (!isBatchIterable(x)) return openDataset(place, model, readDataset(place, { x, y, sampleWeight }, counts), data);
  const extra = Object.entries({
    y,
    sampleWeight,
    classWeight: data.classWeight ?? null,
    batchSize: data.batchSize ?? null,
  });
  const given = extra.find(([, value]) => value !== null);
  if (given) {
    throw new TenlabError({
      code: 'invalid-argument',
      place,
      expected: `there must be no \`${given[0]}\` beside data that comes in batches`,
      received: inWords(`\`${given[0]}\``),
      remedy: 'Let the batches carry it: [x, y] or [x, y, sampleWeight].',
    });
  }
  return { source: new IterableBatches(place, x, counts), dataset: null };
}

/** Makes batches of arrays that are already read. */
export function openDataset(
  place: string,
  model: Trainer,
  read: ArrayDataset,
  options: Omit<RunData, 'x' | 'y'>,
): OpenData {
  expectNoNaN(place, 'x', read.x);
  if (read.y) expectNoNaN(place, 'y', read.y);
  if (read.sampleWeight) expectNoNaN(place, 'sampleWeight', read.sampleWeight);
  expectIdsFit(place, model, read.x);
  const dataset = options.classWeight ? withClassWeight(place, read, options.classWeight) : read;
  const source = new ArrayBatches(dataset, {
    batchSize: options.batchSize ?? 32,
    shuffle: options.shuffle ?? false,
    inputTypes: model.graph?.flatInputs.map(({ dtype }) => dtype),
  });
  return { source, dataset };
}

/** Splits off the last part of the samples for validation. */
export function splitDataset(place: string, dataset: ArrayDataset, fraction: number): [ArrayDataset, ArrayDataset] {
  const at = Math.floor(dataset.samples * (1 - fraction));
  if (at === 0 || at === dataset.samples) {
    throw new TenlabError({
      code: 'not-enough-data',
      place,
      expected: '`validationSplit` must leave samples on both sides',
      received: inWords(`${fraction} of ${dataset.samples} samples`),
      remedy: 'Take another fraction, or give more data.',
    });
  }
  return [sliceDataset(dataset, 0, at), sliceDataset(dataset, at, dataset.samples)];
}
