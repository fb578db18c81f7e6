import { expect, it } from 'vitest';
import { smallSet } from '../testing/small-set';
import { partNames } from './image-set';

it('names every part of a set', () => {
  expect([...partNames].sort()).toEqual(Object.keys(smallSet.idx).sort());
});
