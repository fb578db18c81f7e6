import {
  DepthwiseConv2dNative,
  type DepthwiseConv2dNativeAttrs,
  DepthwiseConv2dNativeBackpropFilter,
  DepthwiseConv2dNativeBackpropInput,
  depthwiseConv2d,
  engine,
  type GradConfig,
  type Tensor,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import { dilate, dilationsOf, kernelsKnowDilation, undilate } from './dilation';

type Attributes = Pick<DepthwiseConv2dNativeAttrs, 'strides' | 'pad' | 'dilations' | 'dimRoundingMode'>;

/** dx of a depthwise convolution, on any backend, whatever the dilation. */
function inputGradient(dy: Tensor, filter: Tensor, attributes: Attributes, inputShape: number[]): Tensor {
  const dilations = dilationsOf(attributes.dilations, 2);
  const direct = kernelsKnowDilation() || dilations.every((dilation) => dilation === 1);
  const attrs = { ...attributes, dilations: direct ? dilations : [1, 1], inputShape };
  return engine().runKernel(
    DepthwiseConv2dNativeBackpropInput,
    { dy, filter: direct ? filter : dilate(filter, dilations) },
    attrs,
  );
}

/** dW of a depthwise convolution, likewise. */
function filterGradient(x: Tensor, dy: Tensor, attributes: Attributes, filterShape: number[]): Tensor {
  const dilations = dilationsOf(attributes.dilations, 2);
  if (kernelsKnowDilation() || dilations.every((dilation) => dilation === 1)) {
    return engine().runKernel(
      DepthwiseConv2dNativeBackpropFilter,
      { x, dy },
      { ...attributes, dilations, filterShape },
    );
  }
  const spread = filterShape.map((length, axis) => (axis < 2 ? (length - 1) * dilations[axis]! + 1 : length));
  const attrs = { ...attributes, dilations: [1, 1], filterShape: spread };
  return undilate(engine().runKernel(DepthwiseConv2dNativeBackpropFilter, { x, dy }, attrs), dilations);
}

function convolve(x: Tensor, filter: Tensor, attributes: Attributes): Tensor {
  const { strides, pad, dimRoundingMode } = attributes;
  const dilations = dilationsOf(attributes.dilations, 2) as [number, number];
  return depthwiseConv2d(x as Tensor4D, filter as Tensor4D, strides, pad, 'NHWC', dilations, dimRoundingMode);
}

/** The gradient of `tf.depthwiseConv2d`, for dilated convolutions too, which tfjs-core's own refuses. */
export const depthwiseConv2dGradient: GradConfig = {
  kernelName: DepthwiseConv2dNative,
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

/** The gradient of a depthwise convolution's input gradient. */
export const depthwiseConv2dBackpropInputGradient: GradConfig = {
  kernelName: DepthwiseConv2dNativeBackpropInput,
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

/** The gradient of a depthwise convolution's filter gradient. */
export const depthwiseConv2dBackpropFilterGradient: GradConfig = {
  kernelName: DepthwiseConv2dNativeBackpropFilter,
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
