// What the layers that change images share: one image or a batch, channels first or last, labels and masks beside the images.
// A subclass draws what is random (`getRandomTransformation`) and then applies it, so that images, labels and masks change alike.
import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Shapes } from '../../graph/shape';
import { isRecord, type Tree } from '../../graph/tree';
import type { Config } from '../../registry/config';
import { expectKnownOptions } from '../../registry/options';
import { asFloat } from '../as-float';
import { type DataFormat, expectDataFormat, toChannelsFirst, toChannelsLast } from '../data-format';
import { type CallOptions, Layer, type LayerOptions } from '../layer';

export interface ImageLayerOptions extends LayerOptions {
  /** Default `channels_last`. */
  dataFormat?: DataFormat | null;
}

/** Images with what belongs to them; the layer changes all of them alike and gives a record of the same form back. */
export interface ImageRecord {
  /** `[batch, height, width, channels]`, or one image. */
  images: tf.Tensor;
  /** One-hot labels `[batch, classes]`, which layers that mix images mix too. */
  labels?: tf.Tensor;
  /** The class of each pixel, of the form of the images. */
  segmentationMasks?: tf.Tensor;
}

const RECORD_KEYS = ['images', 'labels', 'segmentationMasks'];

export abstract class ImageLayer<Transformation = null> extends Layer {
  readonly dataFormat: DataFormat;
  /** Whether images stay as they are outside training. */
  protected readonly onlyInTraining: boolean = true;

  constructor(options: ImageLayerOptions, ownOptions: readonly string[]) {
    super(options, [...ownOptions, 'dataFormat']);
    this.dataFormat = expectDataFormat(this.place, options.dataFormat);
    this.markBuilt();
  }

  /** Draws what is done to a batch of images `[batch, height, width, channels]`. */
  abstract getRandomTransformation(images: tf.Tensor): Transformation;

  /** Changes images `[batch, height, width, channels]` as drawn. */
  abstract transformImages(images: tf.Tensor, transformation: Transformation): tf.Tensor;

  /** Changes the labels `[batch, classes]` of images as drawn; most layers leave them. */
  transformLabels(labels: tf.Tensor, _transformation: Transformation): tf.Tensor {
    return labels;
  }

  /** Changes the masks `[batch, height, width, channels]` of images as drawn; layers that do not move pixels leave them. */
  transformSegmentationMasks(masks: tf.Tensor, _transformation: Transformation): tf.Tensor {
    return masks;
  }

  override call(inputs: Tree<tf.Tensor>, { training }: CallOptions): Tree<tf.Tensor> {
    if (!isRecord(inputs)) return this.#change({ images: inputs as tf.Tensor }, training).images;
    expectKnownOptions(`${this.place}, inputs`, inputs, RECORD_KEYS);
    return this.#change(inputs as unknown as ImageRecord, training) as unknown as Tree<tf.Tensor>;
  }

  override computeOutputShape(inputShape: Shapes): Shapes {
    return inputShape;
  }

  override getConfig(): Config {
    return { ...super.getConfig(), data_format: this.dataFormat };
  }

  #change({ images, labels, segmentationMasks }: ImageRecord, training: boolean): ImageRecord {
    this.#expectImages(images);
    const isActive = training || !this.onlyInTraining;
    const input = asFloat(images);
    if (!isActive) return { images: input, ...(labels && { labels }), ...(segmentationMasks && { segmentationMasks }) };
    const isSingle = images.rank === 3;
    const read = (x: tf.Tensor) => {
      const batch = isSingle ? tf.expandDims(x, 0) : x;
      return this.dataFormat === 'channels_first' ? toChannelsLast(batch) : batch;
    };
    const write = (x: tf.Tensor) => {
      const batch = this.dataFormat === 'channels_first' ? toChannelsFirst(x) : x;
      return isSingle ? tf.squeeze(batch, [0]) : batch;
    };
    const batch = read(input);
    const transformation = this.getRandomTransformation(batch);
    const changed: ImageRecord = { images: write(this.transformImages(batch, transformation)) };
    if (labels) {
      const all = isSingle ? tf.expandDims(labels, 0) : labels;
      const transformed = this.transformLabels(all, transformation);
      changed.labels = isSingle ? tf.squeeze(transformed, [0]) : transformed;
    }
    if (segmentationMasks) {
      changed.segmentationMasks = write(
        this.transformSegmentationMasks(read(asFloat(segmentationMasks)), transformation),
      );
    }
    return changed;
  }

  #expectImages(images: tf.Tensor | undefined): void {
    if (images && (images.rank === 3 || images.rank === 4)) return;
    throw new TenlabError({
      code: 'invalid-shape',
      place: this.place,
      expected: 'there must be one image of 3 axes or a batch of images of 4',
      received: inWords(images ? `shape [${images.shape.join(', ')}]` : 'no `images`'),
      remedy: 'Pass [batch, height, width, channels]; grey images have 1 channel.',
    });
  }
}

/** Throws unless images `[batch, height, width, channels]` are red, green and blue. */
export function expectColors(place: string, images: tf.Tensor): void {
  const channels = images.shape.at(-1);
  if (channels === 3) return;
  throw new TenlabError({
    code: 'invalid-shape',
    place,
    expected: 'images must have 3 channels, red, green and blue',
    received: inWords(`${channels}`),
    remedy: 'Leave the layer out for images without colour.',
  });
}
