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
import { defineKernel } from './shared/kernel';
import { attributesChannelsLast, channelsLast, shapeChannelsLast } from './shared/layout';

/** The input gradient of `tf.conv2d`, and the kernel of `tf.conv2dTranspose`. */
export const conv2dBackpropInputKernel = defineKernel<{ dy: TensorInfo; filter: TensorInfo }, Conv2DBackpropInputAttrs>(
  Conv2DBackpropInput,
  ({ inputs, attrs, backend }) =>
    channelsLast(backend, attrs.dataFormat, [inputs.dy], (dy) => {
      const inShape = shapeChannelsLast(attrs.inputShape, attrs.dataFormat);
      const attributes = attributesChannelsLast(attrs as ConvolutionAttributes);
      const info = convolutionInfo(inShape, inputs.filter.shape, attributes);
      const dx = backend.makeOutput(info.inShape, 'float32');
      cutTo(backend, dy!, info.outShape, (cut) => convolveInputGradient(backend, cut, inputs.filter, dx, info));
      return dx;
    }),
);

/**
 * Runs `use` with `dy` cut to what the convolution gives. A transposed convolution may be asked for fewer pixels than its
 * input would give: the rest is left out. Asked for more, it is an error.
 */
function cutTo(backend: WasmBackend, dy: TensorInfo, shape: number[], use: (dy: TensorInfo) => void): void {
  if (util.arraysEqual(dy.shape, shape)) {
    use(dy);
    return;
  }
  if (shape.some((length, axis) => length > dy.shape[axis]!)) {
    throw new BackendError({
      code: 'invalid-argument',
      place: 'conv2dTranspose',
      expected: `for this output shape, filter, stride and padding the input must be of shape [${shape}]`,
      received: `[${dy.shape}]`,
      remedy: 'Pass the output shape that the convolution from output to input asks for.',
    });
  }
  const cut = callKernel(backend, Slice, { x: dy }, { begin: [0, 0, 0, 0], size: shape });
  use(cut);
  backend.disposeData(cut.dataId);
}
