import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { describeWithFixtures, fixtureFiles, listFixtures, readExpected, readFixture } from '../../testing/fixtures';
import { bytesOfArray } from '../stored-array';
import { decodeOnnx, readOnnxWeights } from './read-onnx';

describe('decodeOnnx', () => {
  it('refuses what is no model', () => {
    expect(() => decodeOnnx(new Uint8Array(), 'a.onnx')).toThrow('a.onnx: an ONNX model');
    expect(() => decodeOnnx(new TextEncoder().encode('not a model'), 'a.onnx')).toThrow(
      expect.objectContaining({ name: 'TenlabError' }),
    );
  });
});

interface Expected {
  onnx: {
    opset: number;
    ops: string[];
    inputs: string[];
    initializers: Record<string, { dtype: string; shape: number[]; sha256: string }>;
  };
}

describeWithFixtures('files of Keras', () => {
  const models = ['iris_mlp', 'cnn_bn', 'two_input'].filter(
    (name) => listFixtures(`models/${name}/keras3`, /\.onnx$/).length > 0,
  );

  it.each(models)('gives the weights of %s', async (name) => {
    const bytes = readFixture(`models/${name}/keras3/model.onnx`);
    const { onnx } = readExpected<Expected>(`models/${name}/keras3`);
    const weights = await readOnnxWeights(bytes);
    const found = [...weights].map(([key, array]) => {
      const sha256 = createHash('sha256').update(bytesOfArray(array)).digest('hex');
      return [key, { dtype: array.dtype, shape: array.shape, sha256 }];
    });
    expect(Object.fromEntries(found)).toEqual(onnx.initializers);
    const file = decodeOnnx(bytes);
    expect(file).toMatchObject({ opset: onnx.opset, inputs: onnx.inputs });
    expect(file.operations.sort()).toEqual([...onnx.ops].sort());
  });

  it.each(listFixtures('damaged', /\.onnx$/))('refuses %s', async (name) => {
    const read = readOnnxWeights(readFixture(`damaged/${name}`), { place: name, files: fixtureFiles('damaged') });
    await expect(read).rejects.toMatchObject({ name: 'TenlabError', message: expect.stringContaining(name) });
  });
});
