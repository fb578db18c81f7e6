import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Adam } from './adam';
import { MultiOptimizer } from './multi-optimizer';
import { SGD } from './sgd';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('MultiOptimizer', () => {
  test('prints what the documentation of MultiOptimizer says', () => {
    new MultiOptimizer({
      optimizerMap: { defaultOptimizer: new Adam(), optimizerMap: { 'head/.*': new SGD({ learningRate: 0.1 }) } },
    });
  });

  test('refuses an option it does not know', () => {
    expect(() => new MultiOptimizer({ unknownOption: 1 } as never)).toThrow(
      /MultiOptimizer: .* Received: `unknownOption`/,
    );
  });
});
