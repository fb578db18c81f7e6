import { backend_util, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { Opcode } from '../../../assembly/program/opcodes';
import { floatWord, instruction } from '../../program/instruction';
import type { WasmBackend } from '../../wasm-backend';
import type { ConvolutionAttributes } from './convolution';
import type { Epilogue } from './product';
import { asVolume, windowArguments } from './window';

/** Sizes, strides and padding of a depthwise convolution, worked out by tfjs's own rules. */
export function depthwiseInfo(
  inShape: number[],
  filterShape: number[],
  attributes: ConvolutionAttributes,
): backend_util.Conv2DInfo {
  return backend_util.computeConv2DInfo(
    inShape as [number, number, number, number],
    filterShape as [number, number, number, number],
    attributes.strides,
    attributes.dilations ?? [1, 1],
    attributes.pad,
    attributes.dimRoundingMode,
    true,
  );
}

/** Multiply-adds of one pass over all taps. */
function workOf(info: backend_util.Conv2DInfo): number {
  return util.sizeFromShape(info.outShape) * info.filterHeight * info.filterWidth;
}

/** Runs `use` with the address of `x` with each channel `times` times over, which is `x` itself for 1. */
function withRepeatedChannels<T>(backend: WasmBackend, x: TensorInfo, times: number, use: (address: number) => T): T {
  if (times === 1) return use(backend.address(x));
  const size = util.sizeFromShape(x.shape);
  return backend.device.withTemporary([size * times * 4], (repeated) => {
    backend.device.execute(
      instruction(Opcode.RepeatElements, [backend.address(x), repeated!, size, times], size * times),
    );
    return use(repeated!);
  });
}

/** out = activation(depthwise(in, filter) + bias), NHWC; a filter [height, width, channels, multiplier]. */
export function depthwise(
  backend: WasmBackend,
  x: TensorInfo,
  filter: TensorInfo,
  out: TensorInfo,
  info: backend_util.Conv2DInfo,
  epilogue: Epilogue,
): void {
  if (util.sizeFromShape(info.outShape) === 0) return;
  const geometry = windowArguments(asVolume(info), info.outChannels, 'depthwiseConv2d');
  withRepeatedChannels(backend, x, filter.shape[3]!, (input) => {
    const { bias, activation, slope, alpha } = epilogue;
    const args = [
      input,
      backend.address(out),
      ...geometry,
      backend.address(filter),
      bias,
      activation,
      slope,
      floatWord(alpha),
    ];
    backend.device.execute(instruction(Opcode.DepthwiseConv2D, args, workOf(info)));
  });
}

/** The gradient of a depthwise convolution with respect to its input. */
export function depthwiseInputGradient(
  backend: WasmBackend,
  dy: TensorInfo,
  filter: TensorInfo,
  dx: TensorInfo,
  info: backend_util.Conv2DInfo,
): void {
  const size = util.sizeFromShape(info.inShape);
  const multiplier = filter.shape[3]!;
  if (size === 0) return;
  const geometry = windowArguments(asVolume(info), info.outChannels, 'gradient of depthwiseConv2d');
  const into = (to: number) =>
    backend.device.execute(
      instruction(
        Opcode.DepthwiseConv2DBackpropInput,
        [backend.address(dy), to, ...geometry, backend.address(filter)],
        workOf(info) + size,
      ),
    );
  if (multiplier === 1) {
    into(backend.address(dx));
    return;
  }
  backend.device.withTemporary([Math.max(4, size * multiplier * 4)], (repeated) => {
    into(repeated!);
    const args = [repeated!, backend.address(dx), size, multiplier, 1, Math.max(1, multiplier), floatWord(1)];
    backend.device.execute(instruction(Opcode.Sum, args, size * multiplier));
  });
}

/** The gradient of a depthwise convolution with respect to its filter. */
export function depthwiseFilterGradient(
  backend: WasmBackend,
  x: TensorInfo,
  dy: TensorInfo,
  dw: TensorInfo,
  info: backend_util.Conv2DInfo,
): void {
  if (util.sizeFromShape(dw.shape) === 0) return;
  const geometry = windowArguments(asVolume(info), info.outChannels, 'gradient of depthwiseConv2d');
  withRepeatedChannels(backend, x, dw.shape[3]!, (input) => {
    const args = [input, backend.address(dw), ...geometry, backend.address(dy)];
    backend.device.execute(instruction(Opcode.DepthwiseConv2DBackpropFilter, args, workOf(info)));
  });
}
