import type { Model } from '@tenlab/layers';
import { describe, expect, it } from 'vitest';
import { readMetadata, writeMetadata } from './file-metadata';

const model = { toJSON: () => '{"class_name":"Sequential"}' } as unknown as Model;
const silent = {
  toJSON: () => {
    throw new Error('no configuration');
  },
} as unknown as Model;

describe('metadata', () => {
  it('come back', () => {
    expect(readMetadata(writeMetadata(model, ['b', 'a'], 'model'), 'test')).toEqual({
      order: ['b', 'a'],
      modelConfig: '{"class_name":"Sequential"}',
    });
  });

  it('say why a configuration is missing: weights are of use without', () => {
    const metadata = writeMetadata(silent, ['a'], 'weights');
    expect(metadata.get('model_config_missing')).toBe('no configuration');
    expect(readMetadata(metadata, 'test').modelConfig).toBeUndefined();
    expect(() => writeMetadata(silent, ['a'], 'model')).toThrow('no configuration');
  });

  it('of other programs say nothing', () => {
    expect(readMetadata(new Map([['format', 'pt']]), 'test')).toEqual({ order: undefined, modelConfig: undefined });
  });

  it.each([[undefined], ['{'], ['{}'], ['[1]']])('refuse the order %s', (order) => {
    const metadata = writeMetadata(model, [], 'weights');
    if (order === undefined) metadata.delete('weight_order');
    else metadata.set('weight_order', order);
    expect(() => readMetadata(metadata, 'test')).toThrow('the names of the weights, a JSON list');
  });
});
