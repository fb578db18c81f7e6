import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { asFloat } from '../as-float';
import { expectPositiveInteger } from '../checks';
import { type DataFormat, expectDataFormat, withChannelsLast } from '../data-format';
import { Layer, type LayerOptions } from '../layer';
import { cropToAspect, resizedShape, withBatch } from './image-sizes';
import { resizeImages } from './resize-images';

export interface CenterCropOptions extends LayerOptions {
  height: number;
  width: number;
  /** Default `channels_last`. */
  dataFormat?: DataFormat | null;
}

/**
 * The middle of images. One that is too small is cut to the ratio of the size and resized to it instead.
 *
 * Shapes: `[batch, h, w, channels]` to `[batch, height, width, channels]`, or without the batch.
 * Keras class: `keras.layers.CenterCrop`.
 *
 * @example
 * new CenterCrop({ height: 4, width: 6 }).apply(tf.zeros([1, 8, 8, 3])).shape; // [1, 4, 6, 3]
 */
export class CenterCrop extends Layer {
  static override readonly className: string = 'CenterCrop';
  readonly height: number;
  readonly width: number;
  readonly dataFormat: DataFormat;

  constructor(options: CenterCropOptions) {
    super(options, ['height', 'width', 'dataFormat']);
    expectPositiveInteger(this.place, 'height', options.height, 224);
    expectPositiveInteger(this.place, 'width', options.width, 224);
    this.height = options.height;
    this.width = options.width;
    this.dataFormat = expectDataFormat(this.place, options.dataFormat);
    this.markBuilt();
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    return withBatch(asFloat(inputs), (images) =>
      withChannelsLast(images, this.dataFormat, (x) => {
        const { height, width } = this;
        const [batch, h, w, channels] = x.shape as [number, number, number, number];
        if (h < height || w < width) return resizeImages(cropToAspect(x, [height, width]), [height, width], 'bilinear');
        const begin = [0, Math.floor((h - height) / 2), Math.floor((w - width) / 2), 0];
        return tf.slice(x, begin, [batch, height, width, channels]);
      }),
    );
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return resizedShape(inputShape, this.height, this.width, this.dataFormat);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), height: this.height, width: this.width, data_format: this.dataFormat };
  }
}
