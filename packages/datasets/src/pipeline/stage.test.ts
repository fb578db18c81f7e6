import { expect, it } from 'vitest';
import { lengthThrough, type Stage, signatureOf } from './stage';

const stage = (name: string, ...sources: Stage<unknown>[]): Stage<unknown> => ({
  name,
  length: null,
  sources,
  open: () => {
    throw new Error('not opened here');
  },
});

it('signatureOf writes the stages from the sources on', () => {
  const joined = stage('zip', stage('arrays(3)'), stage('take(2)', stage('generator')));
  expect(signatureOf(stage('batch(2)', joined))).toBe('(arrays(3) | generator > take(2)) > zip > batch(2)');
});

it('lengthThrough leaves an unknown length unknown', () => {
  expect([lengthThrough(4, (length) => length / 2), lengthThrough(null, () => 1)]).toEqual([2, null]);
});
