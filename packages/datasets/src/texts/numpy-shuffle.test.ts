import { expect, it } from 'vitest';
import golden from './golden/numpy-shuffle.json';
import { NumpyShuffle } from './numpy-shuffle';

it.each(golden)('follows NumPy for seed $seed, draw after draw', ({ seed, shuffles }) => {
  const numpy = new NumpyShuffle(seed);
  for (const order of shuffles) expect([...numpy.shuffle(order.length)]).toEqual(order);
});
