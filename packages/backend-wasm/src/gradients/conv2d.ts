import { Conv2D, Conv2DBackpropFilter, Conv2DBackpropInput, type Conv2DAttrs, engine, type GradConfig, type Tensor } from '@tensorflow/tfjs-core';

/** The gradient of `tf.conv2d`, for dilated convolutions too, which tfjs-core's own refuses. */
export const conv2dGradient: GradConfig = {
  kernelName: Conv2D,
  inputsToSave: ['x', 'filter'],
  gradFunc: (dy, saved, attributes) => {
    const [x, filter] = saved as [Tensor, Tensor];
    const attrs = attributes as unknown as Conv2DAttrs;
    return {
      x: () => engine().runKernel(Conv2DBackpropInput, { dy: dy as Tensor, filter }, { ...attributes, inputShape: x.shape }),
      filter: () =>
        engine().runKernel(Conv2DBackpropFilter, { x, dy: dy as Tensor }, { ...attributes, filterShape: filter.shape, dataFormat: attrs.dataFormat }),
    };
  },
};
