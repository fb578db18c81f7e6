import { setSeed } from '@tenlab/core';
import { expectClose, expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import golden from '../layers.golden.json';
import { Dropout } from './dropout';

describe('Dropout', () => {
  goldenTests(golden, 'Dropout', runLayerCase);

  test('prints what the documentation says', () => {
    expectClose(new Dropout({ rate: 0.5 }).apply(tf.ones([2])), [1, 1]);
  });

  test('in training drops about the rate, scales the rest, and draws anew each time', () => {
    setSeed(3);
    const layer = new Dropout({ rate: 0.25 });
    const x = tf.ones([4000]);
    const [first, second] = [0, 1].map(() => [...layer.apply(x, { training: true }).dataSync()]);
    const kept = first!.filter((value) => value !== 0);
    expect(kept.length / 4000).toBeCloseTo(0.75, 1);
    for (const value of kept) expect(value).toBeCloseTo(4 / 3, 5);
    expect(second).not.toEqual(first);
  });

  test('drops together along axes of the noise shape that are 1, and all with rate 1', () => {
    const layer = new Dropout({ rate: 0.5, noiseShape: [null, 1], seed: 7 });
    for (const row of layer.apply(tf.ones([20, 3]), { training: true }).arraySync() as number[][]) {
      expect(new Set(row).size).toBe(1);
    }
    expectClose(new Dropout({ rate: 1 }).apply(tf.ones([2]), { training: true }), [0, 0]);
  });

  test('draws the same from the same seed, and refuses a rate above 1', () => {
    const draw = () => [...new Dropout({ rate: 0.5, seed: 5 }).apply(tf.ones([50]), { training: true }).dataSync()];
    expect(draw()).toEqual(draw());
    expect(() => new Dropout({ rate: 25, name: 'drop' })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Dropout 'drop': \`rate\` must be a number from 0 to 1. Received: 25. Pass the part to drop, for example 0.25.]`,
    );
  });

  test('leaves no tensor behind', async () => {
    const x = tf.ones([4]);
    await expectNoLeak(() => {
      const layer = new Dropout({ rate: 0.5 });
      const output = layer.apply(x, { training: true });
      layer.dispose();
      return output;
    });
  });

  test('refuses an option it does not know', () => {
    expect(() => new Dropout({ unknownOption: 1 } as never)).toThrow(
      /Dropout '[a-z0-9_]+': .* Received: `unknownOption`/,
    );
  });
});
