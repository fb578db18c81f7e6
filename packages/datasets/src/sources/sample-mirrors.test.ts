import { expect, it } from 'vitest';
import { sampleMirrors } from './sample-mirrors';

it('gives an address on each network', () => {
  expect(sampleMirrors('iris.csv')).toEqual([
    'https://cdn.jsdelivr.net/npm/@tenlab/sample-data@0/data/iris.csv',
    'https://unpkg.com/@tenlab/sample-data@0/data/iris.csv',
  ]);
});
