import { useBackend } from '@tenlab/core';
import { expectClose } from '@tenlab/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { OneCycle } from './one-cycle';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('OneCycle', () => {
  test('prints what the documentation of OneCycle says', () => {
    const schedule = new OneCycle({ maxLearningRate: 1, totalSteps: 10, riseFraction: 0.5 });
    expectClose(schedule.values([0, 5, 10]), [0.04, 1, 0.000004], { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new OneCycle({ unknownOption: 1 } as never)).toThrow(/OneCycle: .* Received: `unknownOption`/);
  });
});
