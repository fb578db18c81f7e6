import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { getMask } from '../../graph/masks';
import golden from '../layers.golden.json';
import { Embedding } from './embedding';

describe('Embedding', () => {
  goldenTests(golden, 'Embedding', runLayerCase);

  test('prints what the documentation says', () => {
    const layer = new Embedding({ inputDim: 100, outputDim: 8 });
    expect(layer.apply(tf.tensor2d([[3, 17]], [1, 2], 'int32')).shape).toEqual([1, 2, 8]);
  });

  test('reads ids given as floats, and masks id 0 when asked', () => {
    const layer = new Embedding({ inputDim: 10, outputDim: 2, maskZero: true });
    const output = layer.apply(tf.tensor2d([[3, 0]]));
    expect(getMask(output)?.arraySync()).toEqual([[1, 0]]);
    const plain = new Embedding({ inputDim: 10, outputDim: 2 });
    expect(getMask(plain.apply(tf.tensor2d([[3, 0]])))).toBeNull();
  });

  test('gives its gradient and its mask back', async () => {
    const ids = tf.tensor2d([[3, 0]], [1, 2], 'int32');
    await expectNoLeak(() => {
      const layer = new Embedding({ inputDim: 10, outputDim: 2, maskZero: true });
      const output = layer.apply(ids);
      getMask(output)?.dispose();
      layer.dispose();
      return output;
    });
  });

  test('refuses an option it does not know', () => {
    expect(() => new Embedding({ unknownOption: 1 } as never)).toThrow(
      /Embedding '[a-z0-9_]+': .* Received: `unknownOption`/,
    );
  });
});
