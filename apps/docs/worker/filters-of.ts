import type { Model } from '@tenlab/layers';
import type { Tiles } from './protocol';

/** No more filters than fit into two rows. */
const most = 32;

/**
 * The patterns that a model's first layer looks for, as small pictures: the filters of a convolution, or of a dense layer on square
 * pictures the weights from every pixel to a unit. `undefined` where the first layer looks at no picture.
 */
export async function filtersOf(model: Model): Promise<Tiles | undefined> {
  const kernel = model.trainableWeights[0];
  if (kernel === undefined) return undefined;
  const [height, width, channels, filters] = sizesOf(kernel.shape);
  if (filters === 0) return undefined;
  const values = await kernel.read().data();
  const count = Math.min(most, filters);
  const data = new Float32Array(count * height * width);
  for (let filter = 0; filter < count; filter++) {
    // Of several channels the first: a picture has room for one.
    for (let pixel = 0; pixel < height * width; pixel++) {
      data[filter * height * width + pixel] = values[pixel * channels * filters + filter]!;
    }
  }
  return { width, height, count, data };
}

function sizesOf(shape: readonly number[]): [height: number, width: number, channels: number, filters: number] {
  if (shape.length === 4) return shape as [number, number, number, number];
  const side = Math.sqrt(shape[0] ?? 0);
  const isPicture = shape.length === 2 && Number.isInteger(side) && side >= 16;
  return isPicture ? [side, side, 1, shape[1]!] : [0, 0, 0, 0];
}
