import {
  Conv2DBackpropInput,
  type Conv2DBackpropInputAttrs,
  Slice,
  type TensorInfo,
  util,
} from '@tensorflow/tfjs-core';
import { BackendError } from '../errors';
import type { WasmBackend } from '../wasm-backend';
import { callKernel } from './shared/call-kernel';
import { type ConvolutionAttributes, convolutionInfo, convolveInputGradient } from './shared/convolution';
import { defineKernel, stockKernel } from './shared/kernel';
import { attributesChannelsLast, channelsLast, shapeChannelsLast } from './shared/layout';

const slice = stockKernel(Slice);

/** The input gradient of `tf.conv2d`, and the kernel of `tf.conv2dTranspose`. */
export const conv2dBackpropInputKernel = defineKernel<{ dy: TensorInfo; filter: TensorInfo }, Conv2DBackpropInputAttrs>(
  Conv2DBackpropInput,
  ({ inputs, attrs, backend }) =>
    channelsLast(backend, attrs.dataFormat, [inputs.dy], (dy) => {
      const inShape = shapeChannelsLast(attrs.inputShape, attrs.dataFormat);
      const attributes = { ...(attrs as ConvolutionAttributes), dataFormat: 'NHWC' as const };
      const info = convolutionInfo(inShape, inputs.filter.shape, attributes);
      const dx = backend.makeOutput(info.inShape, 'float32');
      // A transposed convolution may be asked for fewer pixels than its input would give: the rest is left out.
      const fits = util.arraysEqual(dy!.shape, info.outShape);
      const seen = fits
        ? dy!
        : slice({ inputs: { x: dy! }, attrs: { begin: [0, 0, 0, 0], size: info.outShape }, backend });
      convolveInputGradient(backend, seen, inputs.filter, dx, info);
      if (!fits) backend.disposeData(seen.dataId);
      return dx;
    }),
);
