import { scope } from '@tenlab/core';
import type { Layer } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';

/**
 * What a convolution finds in one picture: a map for each of its filters, brightest where the filter fits best.
 *
 * @param layer a layer of [1, height, width, channels] to [1, height, width, filters]
 * @returns the maps as pictures of one height and width, each scaled to 0 … 1
 */
export async function featureMaps(
  layer: Layer,
  { data, shape }: { data: Float32Array; shape: readonly number[] },
): Promise<{ data: Float32Array; shape: [maps: number, height: number, width: number] }> {
  const output = scope(() => {
    const found = layer.apply(tf.tensor4d(data, [1, ...shape] as [number, number, number, number])) as tf.Tensor4D;
    const maps = tf.transpose(tf.squeeze(found, [0]), [2, 0, 1]);
    const most = tf.max(maps, [1, 2], true);
    return tf.div(maps, tf.maximum(most, 1e-6));
  });
  const [maps = 0, height = 0, width = 0] = output.shape;
  const values = (await output.data()) as Float32Array;
  output.dispose();
  return { data: values, shape: [maps, height, width] };
}
