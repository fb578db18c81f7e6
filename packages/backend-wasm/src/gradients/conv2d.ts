import {
  Conv2D,
  type Conv2DAttrs,
  Conv2DBackpropFilter,
  type Conv2DBackpropFilterAttrs,
  Conv2DBackpropInput,
  type Conv2DBackpropInputAttrs,
  conv2d,
  engine,
  type GradConfig,
  type Tensor,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import { dilate, dilationsOf, kernelsKnowDilation, undilate } from './dilation';

type Attributes = Conv2DAttrs | Conv2DBackpropInputAttrs | Conv2DBackpropFilterAttrs;

/** dx of a convolution, on any backend, whatever the dilation. */
function inputGradient(dy: Tensor, filter: Tensor, attributes: Attributes, inputShape: number[]): Tensor {
  const dilations = dilationsOf((attributes as Conv2DAttrs).dilations, 2);
  const direct = kernelsKnowDilation() || dilations.every((dilation) => dilation === 1);
  const attrs = { ...attributes, dilations: direct ? dilations : 1, inputShape };
  return engine().runKernel(Conv2DBackpropInput, { dy, filter: direct ? filter : dilate(filter, dilations) }, attrs);
}

/** dW of a convolution, likewise. */
function filterGradient(x: Tensor, dy: Tensor, attributes: Attributes, filterShape: number[]): Tensor {
  const dilations = dilationsOf((attributes as Conv2DAttrs).dilations, 2);
  if (kernelsKnowDilation() || dilations.every((dilation) => dilation === 1)) {
    return engine().runKernel(Conv2DBackpropFilter, { x, dy }, { ...attributes, dilations, filterShape });
  }
  const spread = filterShape.map((length, axis) => (axis < 2 ? (length - 1) * dilations[axis]! + 1 : length));
  const gradient: Tensor = engine().runKernel(
    Conv2DBackpropFilter,
    { x, dy },
    { ...attributes, dilations: 1, filterShape: spread },
  );
  return undilate(gradient, dilations);
}

function convolve(x: Tensor, filter: Tensor, attributes: Attributes): Tensor {
  const { strides, pad, dataFormat, dimRoundingMode } = attributes;
  const dilations = dilationsOf((attributes as Conv2DAttrs).dilations, 2) as [number, number];
  return conv2d(x as Tensor4D, filter as Tensor4D, strides, pad, dataFormat, dilations, dimRoundingMode);
}

/** The gradient of `tf.conv2d`, for dilated convolutions too, which tfjs-core's own refuses. */
export const conv2dGradient: GradConfig = {
  kernelName: Conv2D,
  inputsToSave: ['x', 'filter'],
  gradFunc: (dy, saved, attributes) => {
    const [x, filter] = saved as [Tensor, Tensor];
    const attrs = attributes as unknown as Conv2DAttrs;
    return {
      x: () => inputGradient(dy as Tensor, filter, attrs, x.shape),
      filter: () => filterGradient(x, dy as Tensor, attrs, filter.shape),
    };
  },
};

/** The gradient of `tf.conv2dTranspose` and of a convolution's input gradient, which are the same. */
export const conv2dBackpropInputGradient: GradConfig = {
  kernelName: Conv2DBackpropInput,
  inputsToSave: ['dy', 'filter'],
  gradFunc: (ddx, saved, attributes) => {
    const [dy, filter] = saved as [Tensor, Tensor];
    const attrs = attributes as unknown as Conv2DBackpropInputAttrs;
    return {
      dy: () => convolve(ddx as Tensor, filter, attrs),
      filter: () => filterGradient(ddx as Tensor, dy, attrs, filter.shape),
    };
  },
};

/** The gradient of a convolution's filter gradient: what a gradient penalty needs. */
export const conv2dBackpropFilterGradient: GradConfig = {
  kernelName: Conv2DBackpropFilter,
  inputsToSave: ['x', 'dy'],
  gradFunc: (ddw, saved, attributes) => {
    const [x, dy] = saved as [Tensor, Tensor];
    const attrs = attributes as unknown as Conv2DBackpropFilterAttrs;
    return {
      x: () => inputGradient(dy, ddw as Tensor, attrs, x.shape),
      dy: () => convolve(x, ddw as Tensor, attrs),
    };
  },
};
