import { type GradConfig, reshape, sum, type Tensor, Tile, type TileAttrs } from '@tensorflow/tfjs-core';

/**
 * The gradient of `tf.tile`: each element's copies added up. With every axis of `dy` seen as two, [repetitions, length],
 * that is one sum; tfjs-core's own adds slices one by one, as many as there are repetitions, for ranks up to four.
 */
export const tileGradient: GradConfig = {
  kernelName: Tile,
  inputsToSave: ['x'],
  gradFunc: (dy, saved, attributes) => {
    const [x] = saved as [Tensor];
    const { reps } = attributes as unknown as TileAttrs;
    return {
      x: () => {
        const shape: number[] = [];
        const axes: number[] = [];
        for (const [axis, length] of x.shape.entries()) {
          if (reps[axis] !== 1) axes.push(shape.push(reps[axis]!) - 1);
          if (length !== 1) shape.push(length);
        }
        return reshape(sum(reshape(dy as Tensor, shape), axes), x.shape);
      },
    };
  },
};
