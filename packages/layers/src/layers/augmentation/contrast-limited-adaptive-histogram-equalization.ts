import * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import { expectNumber, notNegative } from '../../registry/options';
import { perAxis } from '../checks';
import type { Range } from './factor';
import { ImageLayer, type ImageLayerOptions } from './image-layer';
import { BYTES, changeRange, readValueRange, type ValueRangeOptions } from './value-range';

export interface ContrastLimitedAdaptiveHistogramEqualizationOptions extends ImageLayerOptions, ValueRangeOptions {
  /** How many times the mean a bin of a tile's histogram may count; what is above goes to all bins. 0: no limit. Default 4. */
  clipLimit?: number;
  /** The number of tiles along height and width. Default [8, 8]. */
  tileGridSize?: readonly [number, number];
}

/** The number of values that are told apart. */
const BINS = 256;

/**
 * Makes values equally frequent tile by tile (CLAHE): each tile has a table `value -> 255 * (cdf[value] - cdf_min) / (pixels - cdf_min)`,
 * and each pixel mixes the tables of the four tiles around it by distance.
 *
 * It does so in training and outside of it. Images `[batch, height, width, channels]` or without the batch; the shape stays.
 * Pizer et al. 1987. Keras class: `keras.layers.ContrastLimitedAdaptiveHistogramEqualization`.
 *
 * @example
 * new ContrastLimitedAdaptiveHistogramEqualization().apply(tf.ones([1, 16, 16, 1])).shape; // [1, 16, 16, 1]
 */
export class ContrastLimitedAdaptiveHistogramEqualization extends ImageLayer {
  static override readonly className: string = 'ContrastLimitedAdaptiveHistogramEqualization';
  readonly valueRange: Range;
  readonly clipLimit: number;
  readonly tileGridSize: readonly number[];
  protected override readonly onlyInTraining = false;

  constructor(options: ContrastLimitedAdaptiveHistogramEqualizationOptions = {}) {
    super(options, ['valueRange', 'clipLimit', 'tileGridSize']);
    const { clipLimit = 4, tileGridSize = [8, 8] } = options;
    expectNumber(this.place, 'clipLimit', clipLimit, notNegative);
    this.valueRange = readValueRange(this.place, options);
    this.clipLimit = clipLimit;
    this.tileGridSize = perAxis(this.place, 'tileGridSize', tileGridSize, 2);
  }

  override getRandomTransformation(): null {
    return null;
  }

  override transformImages(images: tf.Tensor): tf.Tensor {
    const [batch, height, width, channels] = images.shape as [number, number, number, number];
    const [gridY, gridX] = this.tileGridSize as [number, number];
    const [tileY, tileX] = [Math.ceil(height / gridY), Math.ceil(width / gridX)];
    const [tall, wide] = [tileY * gridY, tileX * gridX];
    const beyond: [number, number][] = [
      [0, 0],
      [0, tall - height],
      [0, wide - width],
      [0, 0],
    ];
    const padded = tf.mirrorPad(changeRange(images, this.valueRange, BYTES), beyond, 'symmetric');
    const values = tf.floor(tf.clipByValue(padded, ...BYTES));
    // The table of each image, row of tiles, column of tiles and channel, `[batch * gridY * gridX * channels, 256]`.
    const tables = this.#tables(this.#histograms(values, [tileY, tileX]), tileY * tileX);
    const places = [batch, tall, wide, channels];
    const read = (row: tf.Tensor, column: tf.Tensor): tf.Tensor => {
      const tile = tf.add(tf.mul(tf.add(tf.mul(along(batch, 0), gridY), row), gridX), column);
      const table = tf.add(tf.mul(tile, channels), along(channels, 3));
      const index = tf.cast(tf.add(tf.mul(table, BINS), values), 'int32');
      return tf.reshape(tf.gather(tf.reshape(tables, [-1]), tf.reshape(index, [-1])), places);
    };
    const [y, x] = [between(gridY, tileY, 1), between(gridX, tileX, 2)];
    const mix = (a: tf.Tensor, b: tf.Tensor, share: tf.Tensor) => tf.add(tf.mul(a, tf.sub(1, share)), tf.mul(b, share));
    const above = mix(read(y.first, x.first), read(y.first, x.second), x.share);
    const below = mix(read(y.second, x.first), read(y.second, x.second), x.share);
    const equalized = tf.slice(mix(above, below, y.share), [0, 0, 0, 0], images.shape);
    return changeRange(equalized, BYTES, this.valueRange);
  }

  override getConfig(): Config {
    const { valueRange, clipLimit, tileGridSize } = this;
    return { ...super.getConfig(), value_range: valueRange, clip_limit: clipLimit, tile_grid_size: tileGridSize };
  }

  #histograms(values: tf.Tensor, [tileY, tileX]: readonly [number, number]): tf.Tensor {
    const [batch, tall, wide, channels] = values.shape as [number, number, number, number];
    const [gridY, gridX] = [tall / tileY, wide / tileX];
    const row = tf.floor(tf.div(along(tall, 1), tileY));
    const column = tf.floor(tf.div(along(wide, 2), tileX));
    const tile = tf.add(tf.mul(tf.add(tf.mul(along(batch, 0), gridY), row), gridX), column);
    const table = tf.add(tf.mul(tile, channels), along(channels, 3));
    const bins = tf.cast(tf.reshape(tf.add(tf.mul(table, BINS), values), [-1]), 'int32') as tf.Tensor1D;
    const count = batch * gridY * gridX * channels;
    return tf.reshape(tf.unsortedSegmentSum(tf.ones([values.size]), bins, count * BINS), [count, BINS]);
  }

  #tables(histograms: tf.Tensor, pixels: number): tf.Tensor {
    const cumulated = tf.cumsum(this.#limited(histograms, pixels), 1);
    const least = tf.min(cumulated, 1, true);
    const span = tf.sub(pixels, least);
    const divisor = tf.where(tf.equal(span, 0), tf.onesLike(span), span);
    return tf.clipByValue(tf.div(tf.mul(tf.sub(cumulated, least), 255), divisor), ...BYTES);
  }

  #limited(histograms: tf.Tensor, pixels: number): tf.Tensor {
    if (this.clipLimit === 0) return histograms;
    const clipped = tf.clipByValue(histograms, 0, (this.clipLimit * pixels) / BINS);
    return tf.add(clipped, tf.div(tf.sum(tf.sub(histograms, clipped), 1, true), BINS));
  }
}

/** 0, 1, 2, … along one of four axes. */
function along(length: number, axis: number): tf.Tensor {
  const shape = [1, 1, 1, 1];
  shape[axis] = length;
  return tf.reshape(tf.range(0, length), shape);
}

/** Between which two tiles each pixel along an axis lies, and how near it is to the second. Beyond the outer tiles' middles both are one. */
function between(grid: number, tile: number, axis: number): { first: tf.Tensor; second: tf.Tensor; share: tf.Tensor } {
  const at = tf.div(tf.sub(along(grid * tile, axis), tile / 2), tile);
  const first = tf.floor(at);
  const clip = (index: tf.Tensor) => tf.clipByValue(index, 0, grid - 1);
  return { first: clip(first), second: clip(tf.add(first, 1)), share: tf.sub(at, first) };
}
