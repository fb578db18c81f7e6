import { expect, test } from 'vitest';
import { nets } from '../nets';
import { smallNets } from './small-nets';

test('every net is there, with all its kinds of layers', () => {
  const kinds = ({ name, layers }: (typeof nets)[number]) => [name, ...layers.map(([kind]) => kind)];
  expect(smallNets.map(kinds)).toEqual(nets.map(kinds));
});

test('outputs stay as they are', () => {
  for (const [index, { layers }] of smallNets.entries()) expect(layers.at(-1)).toEqual(nets[index]!.layers.at(-1));
});
