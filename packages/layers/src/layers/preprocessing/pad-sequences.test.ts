import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { padSequences } from './pad-sequences';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('padSequences', () => {
  test('cuts and fills up', () => {
    expect(padSequences([[1], [2, 3], [4, 5, 6]], { maxlen: 2 }).arraySync()).toEqual([
      [0, 1],
      [2, 3],
      [5, 6],
    ]);
    const options = { maxlen: 2, padding: 'post', truncating: 'post', value: 9 } as const;
    expect(padSequences([[1], [4, 5, 6]], options).arraySync()).toEqual([
      [1, 9],
      [4, 5],
    ]);
  });
});
