import type { SeedGenerator } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { mapShapes, type Shapes } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { expectPositiveInteger } from '../checks';
import { resizedShape } from '../preprocessing/image-sizes';
import { resizeImages } from '../preprocessing/resize-images';
import { RandomImageLayer, type RandomImageOptions } from './random-image-layer';

export interface RandomCropOptions extends RandomImageOptions {
  /** The height of what is cut out. */
  height: number;
  /** The width of what is cut out. */
  width: number;
}

/** The first row and the first column of what is cut out, each `int32[]`; null for images that are too small. */
interface Corner {
  hStart: tf.Tensor;
  wStart: tf.Tensor;
}

/**
 * In training cuts a piece out of images at a random place, the same for all images of a batch.
 *
 * Images that are not larger in both directions are cut to what there is of the ratio, around the middle, and resized.
 * Shapes: `[batch, h, w, channels]` or without the batch, to `[batch, height, width, channels]`; outside training images stay as they
 * are. Throws on sizes below 1. Keras class: `keras.layers.RandomCrop`.
 *
 * @example
 * new RandomCrop({ height: 2, width: 3 }).apply(tf.ones([1, 4, 4, 1]), { training: true }).shape; // [1, 2, 3, 1]
 */
export class RandomCrop extends RandomImageLayer<Corner | null> {
  static override readonly className: string = 'RandomCrop';
  readonly height: number;
  readonly width: number;

  constructor(options: RandomCropOptions) {
    super(options, ['height', 'width']);
    expectPositiveInteger(this.place, 'height', options.height, 24);
    expectPositiveInteger(this.place, 'width', options.width, 24);
    this.height = options.height;
    this.width = options.width;
  }

  protected override draw(images: tf.Tensor, generator: SeedGenerator): Corner | null {
    const [, h, w] = images.shape as [number, number, number];
    const { height, width } = this;
    if (h <= height || w <= width) return null;
    return { hStart: start(generator, h - height), wStart: start(generator, w - width) };
  }

  override transformImages(images: tf.Tensor, corner: Corner | null): tf.Tensor {
    if (corner === null) return this.#fit(images);
    const rows = tf.gather(images, from(corner.hStart, this.height), 1);
    return tf.gather(rows, from(corner.wStart, this.width), 2);
  }

  override transformSegmentationMasks(masks: tf.Tensor, corner: Corner | null): tf.Tensor {
    return this.transformImages(masks, corner);
  }

  override computeOutputShape(inputShape: Shapes): Shapes {
    return mapShapes(inputShape, (shape) =>
      shape.length < 3 ? shape : resizedShape(shape, this.height, this.width, this.dataFormat),
    ) as Shapes;
  }

  /** Keras, too, writes the seed that it has made. */
  override getConfig(): Config {
    return { ...super.getConfig(), height: this.height, width: this.width, seed: this.seedGenerator.seed };
  }

  /** Starts where a piece of the ratio would start around the middle, takes what there is of the size, and resizes it. */
  #fit(images: tf.Tensor): tf.Tensor {
    const [batch, h, w, channels] = images.shape as [number, number, number, number];
    const { height, width } = this;
    const tall = Math.max(Math.min(h, Math.trunc((w * height) / width)), 1);
    const wide = Math.max(Math.min(w, Math.trunc((h * width) / height)), 1);
    const [top, left] = [Math.trunc((h - tall) / 2), Math.trunc((w - wide) / 2)];
    const [rows, columns] = [Math.min(height, h - top), Math.min(width, w - left)];
    const cut = tf.slice(images, [0, top, left, 0], [batch, rows, columns, channels]);
    return rows === height && columns === width ? cut : resizeImages(cut, [height, width], 'bilinear');
  }
}

/** A whole number from 0 to the number of steps there are to move. */
function start(generator: SeedGenerator, most: number): tf.Tensor {
  const at = generator.uniform([], { maxValue: most + 1 });
  return tf.cast(tf.minimum(tf.floor(at), most), 'int32');
}

function from(first: tf.Tensor, length: number): tf.Tensor1D {
  return tf.add(tf.range(0, length, 1, 'int32'), first) as tf.Tensor1D;
}
