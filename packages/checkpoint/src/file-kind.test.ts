import { describe, expect, it } from 'vitest';
import { fileKind } from './file-kind';

describe('fileKind', () => {
  it.each([
    ['model', 'a.keras', '.keras'],
    ['model', 'a.H5', '.h5'],
    ['model', 'a.hdf5', '.h5'],
    ['model', 'a.safetensors', '.safetensors'],
    ['weights', 'a.weights.h5', '.weights.h5'],
    ['weights', 'a.weights.json', '.weights.json'],
    ['weights', 'a.h5', '.h5'],
  ] as const)('of a %s, %s, is %s', (what, name, kind) => {
    expect(fileKind('save', what as 'model', name)).toBe(kind);
  });

  it('refuses what is written nowhere', () => {
    expect(() => fileKind('saveModel', 'model', 'a.json')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: saveModel: a name that ends in .keras, .h5, .hdf5, .safetensors. Received: 'a.json'. Name the file so: its ending tells what is written, and \`.keras\` is Keras's own.]`,
    );
    expect(() => fileKind('saveModel', 'model', 'a.weights.h5')).toThrow('Use saveWeights for weights alone');
    expect(() => fileKind('saveWeights', 'weights', 'a.keras')).toThrow(
      '.weights.h5, .weights.json, .h5, .hdf5, .safetensors',
    );
  });
});
