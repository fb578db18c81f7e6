import { describe, expect, it } from 'vitest';
import { parseManifest } from './manifest';

const group = (weight: object, paths: unknown = ['a.bin']) => [{ paths, weights: [weight] }];
const weight = { name: 'w', dtype: 'float32', shape: [2, 3] };

describe('parseManifest', () => {
  it('tells the bytes of each weight, quantized ones too', () => {
    const sizes = [
      undefined,
      { dtype: 'uint8', scale: 1, min: 0 },
      { dtype: 'uint16', scale: 1, min: 0 },
      { dtype: 'float16' },
    ].map(
      (quantization) =>
        parseManifest(group({ ...weight, ...(quantization && { quantization }) }), 'a')[0]!.weights[0]!.size,
    );
    expect(sizes).toEqual([24, 6, 12, 12]);
  });

  it.each([
    [undefined, 'a list as `weightsManifest`. Received: nothing'],
    [group(weight, 'a.bin'), 'groups of `paths` and `weights`'],
    [group({ ...weight, name: 5 }), 'a weight with a name'],
    [group({ ...weight, shape: [-1] }), "weight 'w': a shape of whole numbers from 0. Received: [-1]"],
    [group({ ...weight, dtype: 'float128' }), 'a dtype out of float32'],
    [group({ ...weight, quantization: { dtype: 'uint4' } }), 'quantization to uint8'],
  ])('refuses what is no manifest', (manifest, message) => {
    expect(() => parseManifest(manifest, 'model.json')).toThrow(message);
  });
});
