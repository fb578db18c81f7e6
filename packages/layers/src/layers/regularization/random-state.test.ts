import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectFraction, randomState } from './random-state';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('randomState', () => {
  test('is there when something is drawn, with the seed given', () => {
    expect(randomState(0, 1)).toBeNull();
    expect(randomState(0.5, 7)?.seed).toBe(7);
    expect(randomState(0.5, null)?.seed).not.toBe(randomState(0.5, null)?.seed);
  });
});

test('expectFraction refuses what is not from 0 to 1', () => {
  expect(() => expectFraction('p', 'rate', 1)).not.toThrow();
  expect(() => expectFraction("Dropout 'd'", 'rate', 1.5)).toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: Dropout 'd': \`rate\` must be a number from 0 to 1. Received: 1.5. Pass a number from 0 to 1 as \`rate\`.]`,
  );
});
