import { inWords, TenlabError } from '@tenlab/core';
import { isRecord } from '../../graph/tree';
import { ArraySource } from './array-source';
import type { ArrayDataset } from './read-data';

/** How much a sample of each class counts; classes left out count 1. */
export type ClassWeight = Readonly<Record<number, number>>;

/** The data set with weights per sample made from weights per class. Labels may be whole numbers or one-hot. */
export function withClassWeight(place: string, dataset: ArrayDataset, classWeight: ClassWeight): ArrayDataset {
  const fail = (expected: string, received: string, remedy: string): never => {
    throw new TenlabError({ code: 'invalid-argument', place, expected, received: inWords(received), remedy });
  };
  if (dataset.sampleWeight)
    fail(
      'only one of `classWeight` and `sampleWeight` may be given',
      'both',
      'Multiply the class weights into the sample weights.',
    );
  if (!isRecordOfNumbers(classWeight)) {
    throw new TenlabError({
      code: 'invalid-argument',
      place,
      expected: '`classWeight` must be a record of numbers by class',
      received: classWeight,
      remedy: 'Pass for example { 0: 1, 1: 3 }.',
    });
  }
  const name = Object.keys(classWeight).find((key) => !/^\d+$/.test(key));
  if (name !== undefined)
    fail('the classes of `classWeight` must be whole numbers from 0', `'${name}'`, 'Pass for example { 0: 1, 1: 3 }.');
  const { y } = dataset;
  if (!(y instanceof ArraySource)) {
    return fail(
      'a model with `classWeight` must have one output',
      isRecord(y) || Array.isArray(y) ? 'several' : 'no labels',
      'Use `sampleWeight`.',
    );
  }
  const values = y.readValues() as ArrayLike<number>;
  const width = values.length / y.length;
  const weights = Float32Array.from(
    { length: y.length },
    (_, sample) => classWeight[labelOf(values, sample, width)] ?? 1,
  );
  return { ...dataset, sampleWeight: ArraySource.from(place, 'sampleWeight', weights) };
}

function isRecordOfNumbers(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).every(Number.isFinite);
}

function labelOf(values: ArrayLike<number>, sample: number, width: number): number {
  const first = sample * width;
  if (width === 1) return Math.round(values[first] as number);
  let best = 0;
  for (let i = 1; i < width; i++) if ((values[first + i] as number) > (values[first + best] as number)) best = i;
  return best;
}
