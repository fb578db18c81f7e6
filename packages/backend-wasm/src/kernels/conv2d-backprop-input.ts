import { Conv2DBackpropInput, type Conv2DBackpropInputAttrs, type TensorInfo } from '@tensorflow/tfjs-core';
import { type ConvolutionAttributes, convolutionInfo, convolveInputGradient } from './shared/convolution';
import { defineKernel } from './shared/kernel';
import { channelsLast, shapeChannelsLast } from './shared/layout';

/** The input gradient of `tf.conv2d`, and the kernel of `tf.conv2dTranspose`. */
export const conv2dBackpropInputKernel = defineKernel<{ dy: TensorInfo; filter: TensorInfo }, Conv2DBackpropInputAttrs>(
  Conv2DBackpropInput,
  ({ inputs, attrs, backend }) =>
    channelsLast(backend, attrs.dataFormat, [inputs.dy], (dy) => {
      const inShape = shapeChannelsLast(attrs.inputShape, attrs.dataFormat);
      const info = convolutionInfo(inShape, inputs.filter.shape, {
        ...(attrs as ConvolutionAttributes),
        dataFormat: 'NHWC',
      });
      const dx = backend.makeOutput(info.inShape, 'float32');
      convolveInputGradient(backend, dy!, inputs.filter, dx, info);
      return dx;
    }),
);
