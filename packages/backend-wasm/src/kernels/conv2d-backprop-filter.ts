import { Conv2DBackpropFilter, type Conv2DBackpropFilterAttrs, type TensorInfo } from '@tensorflow/tfjs-core';
import { type ConvolutionAttributes, convolutionInfo, convolveFilterGradient } from './shared/convolution';
import { defineKernel } from './shared/kernel';
import { attributesChannelsLast, transpose } from './shared/layout';

/** The filter gradient of `tf.conv2d`. */
export const conv2dBackpropFilterKernel = defineKernel<{ x: TensorInfo; dy: TensorInfo }, Conv2DBackpropFilterAttrs>(
  Conv2DBackpropFilter,
  ({ inputs, attrs, backend }) => {
    const first = attrs.dataFormat === 'NCHW';
    const [x, dy] = first
      ? [inputs.x, inputs.dy].map((tensor) => transpose(backend, tensor, [0, 2, 3, 1]))
      : [inputs.x, inputs.dy];
    const info = convolutionInfo(x!.shape, attrs.filterShape, attributesChannelsLast(attrs as ConvolutionAttributes));
    const dw = backend.makeOutput(attrs.filterShape, 'float32');
    convolveFilterGradient(backend, x!, dy!, dw, info);
    if (first) for (const tensor of [x!, dy!]) backend.disposeData(tensor.dataId);
    return dw;
  },
);
