import type * as tf from '@tensorflow/tfjs-core';
// Makes all layers known by name.
import '../../packages/layers/src/index';
import type { ImageLayer, ImageRecord } from '../../packages/layers/src/layers/augmentation/image-layer';
import { camelCase } from '../../packages/layers/src/registry/config';
import { findClass } from '../../packages/layers/src/serialization/class-registry';
import { tensorOf } from './arrays';
import { compareConfigs } from './configs';
import { compare, type Deviation } from './deviation';
import type { GoldenArray, GoldenCase } from './golden';

/** A layer that changes images, and what Keras drew for them where it draws: see make_golden.py beside the layers. */
export interface GoldenAugmentation extends GoldenCase {
  images: GoldenArray;
  output: GoldenArray;
  training?: boolean;
  transformation?: Record<string, unknown>;
  labels?: GoldenArray;
  labels_output?: GoldenArray;
  segmentation_masks?: GoldenArray;
  masks_output?: GoldenArray;
}

const TOLERANCE = { rtol: 1e-4, atol: 1e-3 };

/** One case: the config there and back, and images, labels and masks changed as Keras changes them. */
export async function runAugmentationCase(
  golden: GoldenAugmentation,
  read: (transformation: unknown, layer: ImageLayer<unknown>) => unknown = (transformation) => transformation,
): Promise<Deviation[]> {
  const layer = findClass(golden.class_name).fromConfig(golden.config) as unknown as ImageLayer<unknown>;
  const { images, labels, segmentationMasks } = change(golden, layer, read);
  const compared = [compare('output', images, golden.output, TOLERANCE)];
  if (golden.labels_output) compared.push(compare('labels', labels as tf.Tensor, golden.labels_output, TOLERANCE));
  if (golden.masks_output)
    compared.push(compare('masks', segmentationMasks as tf.Tensor, golden.masks_output, TOLERANCE));
  return [compareConfigs(layer.getConfig(), golden.config), ...(await Promise.all(compared))];
}

function change(
  golden: GoldenAugmentation,
  layer: ImageLayer<unknown>,
  read: (transformation: unknown, layer: ImageLayer<unknown>) => unknown,
): ImageRecord {
  const record: ImageRecord = { images: tensorOf(golden.images) };
  if (golden.labels) record.labels = tensorOf(golden.labels);
  if (golden.segmentation_masks) record.segmentationMasks = tensorOf(golden.segmentation_masks);
  if (golden.transformation === undefined) {
    const isRecord = Object.keys(record).length > 1;
    const answer = layer.apply<unknown>(isRecord ? record : record.images, { training: golden.training ?? false });
    return (isRecord ? answer : { images: answer }) as ImageRecord;
  }
  const transformation = read(tensorsOf(golden.transformation), layer);
  const { labels, segmentationMasks: masks } = record;
  return {
    images: layer.transformImages(record.images, transformation),
    ...(labels && { labels: layer.transformLabels(labels, transformation) }),
    ...(masks && { segmentationMasks: layer.transformSegmentationMasks(masks, transformation) }),
  };
}

/** What Keras drew, with our names and tensors for arrays. */
function tensorsOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tensorsOf);
  if (typeof value !== 'object' || value === null) return value;
  if ('b64' in value) return tensorOf(value as GoldenArray);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [camelCase(key), tensorsOf(item)]));
}
