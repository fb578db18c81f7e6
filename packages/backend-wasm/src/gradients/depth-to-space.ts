import {
  DepthToSpace,
  type DepthToSpaceAttrs,
  type GradConfig,
  reshape,
  type Tensor,
  transpose,
} from '@tensorflow/tfjs-core';

/** The gradient of `tf.depthToSpace`: its inverse, space to depth. */
export const depthToSpaceGradient: GradConfig = {
  kernelName: DepthToSpace,
  inputsToSave: ['x'],
  gradFunc: (dy, saved, attributes) => {
    const [x] = saved as [Tensor];
    const { blockSize, dataFormat } = attributes as unknown as DepthToSpaceAttrs;
    return {
      x: () => {
        if (dataFormat === 'NCHW') {
          const [batch, channels, height, width] = (dy as Tensor).shape as [number, number, number, number];
          const blocks = reshape(dy as Tensor, [
            batch,
            channels,
            height / blockSize,
            blockSize,
            width / blockSize,
            blockSize,
          ]);
          return reshape(transpose(blocks, [0, 3, 5, 1, 2, 4]), x.shape);
        }
        const [batch, height, width, channels] = (dy as Tensor).shape as [number, number, number, number];
        const blocks = reshape(dy as Tensor, [
          batch,
          height / blockSize,
          blockSize,
          width / blockSize,
          blockSize,
          channels,
        ]);
        return reshape(transpose(blocks, [0, 1, 3, 2, 4, 5]), x.shape);
      },
    };
  },
};
