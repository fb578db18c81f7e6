import { useBackend } from '@tenlab/core';
import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import type { ImageLayer, ImageRecord } from '../../packages/layers/src/layers/augmentation/image-layer';
import { RandomImageLayer } from '../../packages/layers/src/layers/augmentation/random-image-layer';
import { type GoldenAugmentation, runAugmentationCase } from './augmentation';
import type { Deviation } from './deviation';
import { type GoldenCases, goldenTests } from './golden-tests';

interface ImageLayerClass {
  readonly className: string;
  new (options: never): ImageLayer<unknown>;
  fromConfig(config: Record<string, unknown>): unknown;
}

interface ImageLayerTestOptions {
  /** Whether the layer changes images outside training too. */
  always?: boolean;
  /** How a golden case is run. */
  run?: (golden: GoldenAugmentation) => Promise<Deviation[]>;
}

/**
 * Declares what holds of every layer that changes images: Keras's numbers, its config there and back, one image as well as a batch,
 * labels and masks beside images, nothing done outside training (or, with `always`, the same as in it), no tensor left.
 *
 * @example
 * imageLayerTests(RandomHue, golden, { factor: 0.3 });
 */
export function imageLayerTests(
  Class: ImageLayerClass,
  golden: GoldenCases,
  options: Record<string, unknown>,
  { always = false, run = (golden) => runAugmentationCase(golden) }: ImageLayerTestOptions = {},
): void {
  const make = (extra: Record<string, unknown> = {}) => new Class({ ...options, ...extra } as never);
  const images = () => tf.randomUniform([6, 8, 8, 3], 0, 255, 'float32', 5);

  beforeAll(async () => {
    await useBackend('cpu');
  });

  goldenTests(golden, Class.className, run as (golden: never) => Promise<Deviation[]>);

  test('keeps its form when it is made from its config', () => {
    const layer = make({ name: 'own' });
    const again = Class.fromConfig(layer.getConfig()) as typeof layer;
    expect(again.getConfig()).toEqual(layer.getConfig());
  });

  test(always ? 'changes images outside training too' : 'leaves images as they are outside training', () => {
    const [x, layer] = [images(), make()];
    const { dataFormat } = layer;
    const outside = layer.apply<tf.Tensor>(x).dataSync();
    expect(dataFormat).toBe('channels_last');
    expect(outside).toEqual(always ? layer.apply<tf.Tensor>(x, { training: true }).dataSync() : x.dataSync());
  });

  test('changes images in training', () => {
    const [x, layer] = [images(), make({ name: 'own' })];
    const changed = layer.apply<tf.Tensor>(x, { training: true });
    expect([...changed.dataSync()]).not.toEqual([...x.dataSync()]);
    if (!(layer instanceof RandomImageLayer)) return;
    expect([...layer.apply<tf.Tensor>(x, { training: true }).dataSync()]).not.toEqual([...changed.dataSync()]);
  });

  test('takes one image, and labels and masks beside images', () => {
    const [x, layer] = [images(), make()];
    const one = tf.reshape(tf.slice(x, 0, 1), [8, 8, 3]);
    const first = layer.apply<tf.Tensor>(one, { training: true });
    expect(first.shape).toEqual(layer.computeOutputShape([8, 8, 3]));
    const record: ImageRecord = { images: x, labels: tf.eye(6), segmentationMasks: tf.ones([6, 8, 8, 1]) };
    const changed = layer.apply<ImageRecord>(record, { training: true });
    expect(Object.keys(changed).sort()).toEqual(['images', 'labels', 'segmentationMasks']);
    expect(changed.images.shape).toEqual(layer.computeOutputShape([6, 8, 8, 3]));
    expect(changed.labels?.shape).toEqual([6, 6]);
    expect(changed.segmentationMasks?.shape).toEqual(layer.computeOutputShape([6, 8, 8, 1]));
  });

  test('refuses an option and an input it does not know', () => {
    expect(() => make({ unknownOption: 1 })).toThrow(/Received: `unknownOption`/);
    expect(() => make().apply(tf.ones([3, 4]))).toThrow(
      /one image of 3 axes or a batch of images of 4. Received: shape \[3, 4\]/,
    );
    expect(() => make().apply({ images: tf.ones([3, 4, 3]), boxes: tf.ones([1]) } as never)).toThrow(
      /Received: `boxes`/,
    );
  });

  test('gives back what it made', async () => {
    const x = images();
    await expectNoLeak(() => {
      const layer = make();
      const changed = layer.apply<tf.Tensor>(x, { training: true });
      layer.dispose();
      return changed;
    });
  });
}
