import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { causalMask, slidingWindowMask } from './attention-masks';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('causalMask', () => {
  test('is true up to the query', () => {
    expect(causalMask(2, 3).arraySync()).toEqual([
      [
        [1, 0, 0],
        [1, 1, 0],
      ],
    ]);
    expect(slidingWindowMask(3, 3, 2).arraySync()).toEqual([
      [
        [1, 1, 0],
        [1, 1, 1],
        [0, 1, 1],
      ],
    ]);
  });
});
