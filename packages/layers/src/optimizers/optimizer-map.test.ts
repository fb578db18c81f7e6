import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Weight } from '../weight';
import { OptimizerMap } from './optimizer-map';
import { SGD } from './sgd';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('OptimizerMap', () => {
  test('prints what the documentation of OptimizerMap says', () => {
    const map = new OptimizerMap({ defaultOptimizer: 'adam', optimizerMap: { '.*bias': new SGD() } });
    expect(map.get(new Weight({ name: 'bias', path: 'dense/bias', shape: [1] })).name).toBe('sgd');
  });

  test('refuses an option it does not know', () => {
    expect(() => new OptimizerMap({ unknownOption: 1 } as never)).toThrow(/OptimizerMap: .* Received: `unknownOption`/);
  });
});
