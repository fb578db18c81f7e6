import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { fansOf } from './fans';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('fans', () => {
  test('prints what the documentation of fansOf says', () => {
    expect(fansOf([3, 3, 16, 32])).toEqual({ fanIn: 144, fanOut: 288 });
  });
});
