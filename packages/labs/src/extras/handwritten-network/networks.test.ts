import { useBackend } from '@tenlab/core';
import { expect, it } from 'vitest';
import { nameOf, sizes, twinNetwork } from './networks';

it('has a hidden layer of each size, and a name for it', async () => {
  await useBackend('cpu');
  expect(sizes.map((size) => twinNetwork(size).countParams())).toEqual([79_510, 159_010, 238_510]);
  expect(sizes.map(nameOf)).toEqual(['hidden100', 'hidden200', 'hidden300']);
});
