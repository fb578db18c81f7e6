import { TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { asFloat } from '../as-float';
import { expectOneOf, expectPositiveInteger } from '../checks';
import { type DataFormat, expectDataFormat, withChannelsLast } from '../data-format';
import { Layer, type LayerOptions } from '../layer';
import { cropToAspect, padToAspect, resizedShape, withBatch } from './image-sizes';
import { INTERPOLATIONS, type Interpolation, resizeImages } from './resize-images';

export interface ResizingOptions extends LayerOptions {
  height: number;
  width: number;
  /** Default `bilinear`. */
  interpolation?: Interpolation;
  /** Whether the image is cropped to the new ratio of width and height first. Default false: it is distorted. */
  cropToAspectRatio?: boolean;
  /** Whether the image is filled up to the new ratio first. Default false. */
  padToAspectRatio?: boolean;
  /** Only `constant`. */
  fillMode?: 'constant';
  /** What fills. Default 0. */
  fillValue?: number;
  /** Whether shrinking takes the mean of all pixels that become one. Default false. */
  antialias?: boolean;
  /** Default `channels_last`. */
  dataFormat?: DataFormat | null;
}

/**
 * Images of another size.
 *
 * Shapes: `[batch, h, w, channels]` to `[batch, height, width, channels]`, or without the batch. Throws when cropping and padding
 * are both asked for. Keras class: `keras.layers.Resizing`.
 *
 * @example
 * new Resizing({ height: 4, width: 6 }).apply(tf.zeros([1, 8, 8, 3])).shape; // [1, 4, 6, 3]
 */
export class Resizing extends Layer {
  static override readonly className: string = 'Resizing';
  readonly height: number;
  readonly width: number;
  readonly interpolation: Interpolation;
  readonly cropToAspectRatio: boolean;
  readonly padToAspectRatio: boolean;
  readonly fillValue: number;
  readonly antialias: boolean;
  readonly dataFormat: DataFormat;

  constructor(options: ResizingOptions) {
    super(options, [
      ...['height', 'width', 'interpolation', 'cropToAspectRatio', 'padToAspectRatio', 'fillMode', 'fillValue'],
      ...['antialias', 'dataFormat'],
    ]);
    const { height, width, interpolation = 'bilinear', cropToAspectRatio = false, padToAspectRatio = false } = options;
    expectPositiveInteger(this.place, 'height', height, 224);
    expectPositiveInteger(this.place, 'width', width, 224);
    expectOneOf(this.place, 'interpolation', interpolation, INTERPOLATIONS);
    expectOneOf(this.place, 'fillMode', options.fillMode ?? 'constant', ['constant'] as const);
    if (cropToAspectRatio && padToAspectRatio) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: this.place,
        expected: 'only one of `cropToAspectRatio` and `padToAspectRatio` may be true',
        received: { cropToAspectRatio, padToAspectRatio },
        remedy: 'Leave one of them out.',
      });
    }
    this.height = height;
    this.width = width;
    this.interpolation = interpolation;
    this.cropToAspectRatio = cropToAspectRatio;
    this.padToAspectRatio = padToAspectRatio;
    this.fillValue = options.fillValue ?? 0;
    this.antialias = options.antialias ?? false;
    this.dataFormat = expectDataFormat(this.place, options.dataFormat);
    this.markBuilt();
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    const size = [this.height, this.width] as const;
    const resized = withBatch(asFloat(inputs), (images) =>
      withChannelsLast(images, this.dataFormat, (x) => {
        const cropped = this.cropToAspectRatio ? cropToAspect(x, size) : x;
        const padded = this.padToAspectRatio ? padToAspect(cropped, size, this.fillValue) : cropped;
        return resizeImages(padded, size, this.interpolation, this.antialias);
      }),
    );
    return inputs.dtype === 'int32' ? tf.cast(tf.round(resized), 'int32') : resized;
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return resizedShape(inputShape, this.height, this.width, this.dataFormat);
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      height: this.height,
      width: this.width,
      interpolation: this.interpolation,
      crop_to_aspect_ratio: this.cropToAspectRatio,
      pad_to_aspect_ratio: this.padToAspectRatio,
      fill_mode: 'constant',
      fill_value: this.fillValue,
      antialias: this.antialias,
      data_format: this.dataFormat,
    };
  }
}
