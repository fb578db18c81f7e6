import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { Warmup } from './warmup';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('Warmup', () => {
  test('prints what the documentation of Warmup says', () => {
    expectClose(new Warmup({ after: 0.1, warmupSteps: 4 }).values([0, 2, 4, 9]), [0, 0.05, 0.1, 0.1], {
      rtol: 0,
      atol: 6e-5,
    });
  });

  test('refuses an option it does not know', () => {
    expect(() => new Warmup({ unknownOption: 1 } as never)).toThrow(/Warmup: .* Received: `unknownOption`/);
  });
});
