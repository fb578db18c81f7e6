import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { Constant } from '../../initializers/index';
import { Weight } from '../../weight';
import { BatchNormalization } from './batch-normalization';
import { RootOf, renormCorrections } from './batch-renormalization';
import golden from './renorm.golden.json';

describe('batch renormalisation', () => {
  goldenTests(golden, 'BatchNormalization', runLayerCase);

  test('corrects a batch towards the statistics kept, within bounds, and without a gradient', () => {
    const [renormMean, renormStddev] = [
      new Weight({ name: 'mean', shape: [1] }),
      new Weight({ name: 's', shape: [1] }),
    ];
    renormStddev.assign(tf.tensor1d([2]));
    const statistics = { movingStddev: renormStddev, renormMean, renormStddev };
    const corrections = (clipping: object) =>
      renormCorrections(tf.tensor1d([3]), tf.tensor1d([36]), statistics, 0, clipping);
    // r = sqrt(36) / 2, d = (3 - 0) / 2
    expectClose(corrections({}).r, [3]);
    expectClose(corrections({}).d, [1.5]);
    expectClose(corrections({ rmax: 2.5, dmax: 1 }).r, [2.5]);
    expectClose(corrections({ rmax: 2.5, dmax: 1 }).d, [1]);
    expectClose(corrections({ rmin: 4 }).r, [4]);
    const gradient = tf.grad((variance) => renormCorrections(variance, variance, statistics, 0, {}).r);
    expectClose(gradient(tf.tensor1d([36])), [0]);
  });

  test('begins with the root of the variance', () => {
    expectClose(new RootOf(new Constant({ value: 9 })).initialize([2]), [3, 3]);
  });

  test('refuses bounds that are none', () => {
    for (const renormClipping of [{ rmin: 2, rmax: 1 }, { dmax: -1 }, { most: 3 }, { rmax: '3' }, 3]) {
      expect(
        () => new BatchNormalization({ renorm: true, renormClipping: renormClipping as never, name: 'bn' }),
      ).toThrow(/BatchNormalization 'bn': `renormClipping` must be bounds .* Received: /);
    }
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([4, 3]);
    await expectNoLeak(() => {
      const layer = new BatchNormalization({ renorm: true });
      const output = layer.apply(x, { training: true });
      layer.dispose();
      return output;
    });
  });
});
