import {
  Conv3D,
  type Conv3DAttrs,
  Conv3DBackpropFilterV2,
  Conv3DBackpropInputV2,
  conv3d,
  engine,
  type GradConfig,
  type Tensor,
  type Tensor5D,
} from '@tensorflow/tfjs-core';
import { dilate, dilationsOf, kernelsKnowDilation, undilate } from './dilation';

type Attributes = Pick<Conv3DAttrs, 'strides' | 'pad'> & Partial<Pick<Conv3DAttrs, 'dilations'>>;

/** dx of a convolution of volumes, on any backend, whatever the dilation. */
function inputGradient(dy: Tensor, filter: Tensor, attributes: Attributes, inputShape: number[]): Tensor {
  const dilations = dilationsOf(attributes.dilations, 3);
  const direct = kernelsKnowDilation() || dilations.every((dilation) => dilation === 1);
  const attrs = { ...attributes, dilations: direct ? dilations : 1, inputShape };
  return engine().runKernel(Conv3DBackpropInputV2, { dy, filter: direct ? filter : dilate(filter, dilations) }, attrs);
}

/** dW of a convolution of volumes, likewise. */
function filterGradient(x: Tensor, dy: Tensor, attributes: Attributes, filterShape: number[]): Tensor {
  const dilations = dilationsOf(attributes.dilations, 3);
  if (kernelsKnowDilation() || dilations.every((dilation) => dilation === 1)) {
    return engine().runKernel(Conv3DBackpropFilterV2, { x, dy }, { ...attributes, dilations, filterShape });
  }
  const spread = filterShape.map((length, axis) => (axis < 3 ? (length - 1) * dilations[axis]! + 1 : length));
  const attrs = { ...attributes, dilations: 1, filterShape: spread };
  return undilate(engine().runKernel(Conv3DBackpropFilterV2, { x, dy }, attrs), dilations);
}

function convolve(x: Tensor, filter: Tensor, { strides, pad, dilations }: Attributes): Tensor {
  const spread = dilationsOf(dilations, 3) as [number, number, number];
  return conv3d(x as Tensor5D, filter as Tensor5D, strides, pad, 'NDHWC', spread);
}

/** The gradient of `tf.conv3d`, for dilated convolutions too, which tfjs-core's own refuses. */
export const conv3dGradient: GradConfig = {
  kernelName: Conv3D,
  inputsToSave: ['x', 'filter'],
  gradFunc: (dy, saved, attributes) => {
    const [x, filter] = saved as [Tensor, Tensor];
    const attrs = attributes as unknown as Attributes;
    return {
      x: () => inputGradient(dy as Tensor, filter, attrs, x.shape),
      filter: () => filterGradient(x, dy as Tensor, attrs, filter.shape),
    };
  },
};

/** The gradient of `tf.conv3dTranspose`, which tfjs-core does not have. */
export const conv3dBackpropInputGradient: GradConfig = {
  kernelName: Conv3DBackpropInputV2,
  inputsToSave: ['dy', 'filter'],
  gradFunc: (ddx, saved, attributes) => {
    const [dy, filter] = saved as [Tensor, Tensor];
    const attrs = attributes as unknown as Attributes;
    return {
      dy: () => convolve(ddx as Tensor, filter, attrs),
      filter: () => filterGradient(ddx as Tensor, dy, attrs, filter.shape),
    };
  },
};

/** The gradient of the filter gradient of a convolution of volumes. */
export const conv3dBackpropFilterGradient: GradConfig = {
  kernelName: Conv3DBackpropFilterV2,
  inputsToSave: ['x', 'dy'],
  gradFunc: (ddw, saved, attributes) => {
    const [x, dy] = saved as [Tensor, Tensor];
    const attrs = attributes as unknown as Attributes;
    return {
      x: () => inputGradient(dy, ddw as Tensor, attrs, x.shape),
      dy: () => convolve(x, ddw as Tensor, attrs),
    };
  },
};
