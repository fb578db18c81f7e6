import { GatherNd, type GradConfig, gatherND, ScatterNd, scatterND, type Tensor, zeros } from '@tensorflow/tfjs-core';

/** The gradient of `tf.gatherND`: each slice of `dy` is added to where it was taken from. */
export const gatherNdGradient: GradConfig = {
  kernelName: GatherNd,
  inputsToSave: ['params', 'indices'],
  gradFunc: (dy, saved) => {
    const [params, indices] = saved as [Tensor, Tensor];
    return { params: () => scatterND(indices, dy as Tensor, params.shape), indices: () => zeros(indices.shape) };
  },
};

/** The gradient of `tf.scatterND`: each update gets the slice of `dy` that it was added to. */
export const scatterNdGradient: GradConfig = {
  kernelName: ScatterNd,
  inputsToSave: ['indices'],
  gradFunc: (dy, saved) => {
    const [indices] = saved as [Tensor];
    return { indices: () => zeros(indices.shape), updates: () => gatherND(dy as Tensor, indices) };
  },
};
