import { backend_util, type TensorInfo } from '@tensorflow/tfjs-core';
import { Opcode } from '../../../assembly/program/opcodes';
import { BackendError } from '../../errors';
import { floatWord, instruction } from '../../program/instruction';
import { maxChannels } from '../../threads/layout';
import type { WasmBackend } from '../../wasm-backend';
import { backwards, convolvePlanes, filterGradientOfLines, forwards, suitsLines, suitsPlanes } from './few-channels';
import { type Epilogue, noEpilogue, packPanels, panelBytes } from './product';
import { convolveByWinograd, filterGradientByWinograd, inputGradientByWinograd, suitsWinograd } from './winograd';

/** The attributes that tfjs gives its three two-dimensional convolution kernels. */
export interface ConvolutionAttributes {
  readonly strides: [number, number] | number;
  readonly pad: 'valid' | 'same' | number | backend_util.ExplicitPadding;
  readonly dataFormat: 'NHWC' | 'NCHW';
  readonly dilations?: [number, number] | number;
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

/** Sizes, strides and padding of a convolution, worked out by tfjs's own rules. */
export function convolutionInfo(
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
    false,
    backend_util.convertConv2DDataFormat(attributes.dataFormat),
  );
}

/** Steps of k (taps times channels) packed at a time: L1 holds a tile's rows of them. */
const blockSteps = 288;

function tapsPerBlock(channels: number, taps: number, place: string): number {
  if (channels > maxChannels) {
    throw new BackendError({
      code: 'unsupported',
      place,
      expected: `at most ${maxChannels} channels`,
      received: String(channels),
      remedy: 'Split the channels, or use a dense layer.',
    });
  }
  return Math.min(taps, Math.max(1, Math.floor(blockSteps / Math.max(1, channels))));
}

function winograd(info: backend_util.Conv2DInfo): boolean {
  const {
    inChannels,
    outChannels,
    filterHeight,
    filterWidth,
    strideHeight,
    strideWidth,
    dilationHeight,
    dilationWidth,
  } = info;
  return suitsWinograd(
    [filterHeight, filterWidth],
    [strideHeight, strideWidth],
    [dilationHeight, dilationWidth],
    inChannels,
    outChannels,
  );
}

function winogradSizes(info: backend_util.Conv2DInfo) {
  const { batchSize: batch, inHeight: height, inWidth: width, inChannels: channels } = info;
  const { outHeight, outWidth, outChannels: filters, padInfo } = info;
  return { batch, height, width, channels, outHeight, outWidth, filters, padTop: padInfo.top, padLeft: padInfo.left };
}

function weightsAt(address: number, { inChannels, outChannels }: backend_util.Conv2DInfo) {
  const channelStep = outChannels * 4;
  return { address, filterStep: 4, channelStep, tapStep: inChannels * channelStep };
}

/** out = activation(in * filter + bias), NHWC; `out` is written. */
export function convolve(
  backend: WasmBackend,
  input: TensorInfo,
  filter: TensorInfo,
  out: TensorInfo,
  info: backend_util.Conv2DInfo,
  epilogue: Epilogue,
): void {
  const { inChannels, outChannels, filterHeight, filterWidth, padInfo } = info;
  if (info.batchSize * info.outHeight * info.outWidth * outChannels === 0) return;
  const { device } = backend;
  if (device.numerics === 'fast' && winograd(info)) {
    const addresses = { input: backend.address(input), out: backend.address(out) };
    const weights = weightsAt(backend.address(filter), info);
    convolveByWinograd(device, { ...addresses, ...winogradSizes(info), weights }, epilogue);
    return;
  }
  const taps = filterHeight * filterWidth;
  const k = taps * inChannels;
  const zeros = device.zeros(Math.max(4, inChannels * 4));
  device.withTemporary([panelBytes(k, outChannels)], (panels) => {
    const weights = { address: backend.address(filter), rowStep: outChannels * 4, columnStep: 4 };
    const whole = forwards(info);
    if (suitsPlanes(info, whole)) {
      const addresses = { input: backend.address(input), panels: panels!, out: backend.address(out) };
      device.execute(packPanels(weights, panels!, k, outChannels), convolvePlanes(whole, addresses, epilogue));
      return;
    }
    device.execute(
      packPanels(weights, panels!, k, outChannels),
      instruction(
        Opcode.Conv2D,
        [
          ...[backend.address(input), panels!, backend.address(out)],
          ...[info.batchSize, info.inHeight, info.inWidth, inChannels, info.outHeight, info.outWidth, outChannels],
          ...[filterHeight, filterWidth, info.strideHeight, info.strideWidth, info.dilationHeight, info.dilationWidth],
          ...[
            padInfo.top,
            padInfo.left,
            zeros,
            epilogue.bias,
            epilogue.activation,
            epilogue.slope,
            floatWord(epilogue.alpha),
          ],
          tapsPerBlock(inChannels, taps, 'conv2d'),
        ],
        info.batchSize * info.outHeight * info.outWidth * outChannels * k,
      ),
    );
  });
}

/** dx = dy convolved with the filter turned round: the input gradient, which is also the transposed convolution. */
export function convolveInputGradient(
  backend: WasmBackend,
  dy: TensorInfo,
  filter: TensorInfo,
  dx: TensorInfo,
  info: backend_util.Conv2DInfo,
): void {
  const { inChannels, outChannels, filterHeight, filterWidth, padInfo } = info;
  if (info.batchSize * info.inHeight * info.inWidth * inChannels === 0) return;
  const { device } = backend;
  if (device.numerics === 'fast' && winograd(info)) {
    const addresses = { dy: backend.address(dy), dx: backend.address(dx) };
    const weights = weightsAt(backend.address(filter), info);
    inputGradientByWinograd(device, { ...addresses, ...winogradSizes(info), weights });
    return;
  }
  const taps = filterHeight * filterWidth;
  const k = taps * outChannels;
  const zeros = device.zeros(Math.max(4, outChannels * 4));
  device.withTemporary([panelBytes(k, inChannels)], (panels) => {
    // Row (tap, filter), column channel of W[tap, channel, filter]: filters are neighbours in memory.
    const weights = { address: backend.address(filter), rowStep: 4, columnStep: outChannels * 4 };
    const pack = packPanels(weights, panels!, k, inChannels, outChannels, inChannels * outChannels * 4);
    const whole = backwards(info);
    const addresses = [backend.address(dy), panels!, backend.address(dx)] as const;
    if (suitsPlanes(info, whole)) {
      const [input, , out] = addresses;
      device.execute(pack, convolvePlanes(whole, { input, panels: panels!, out }, noEpilogue));
      return;
    }
    const block = tapsPerBlock(outChannels, taps, 'conv2d input gradient');
    const sizes = [info.batchSize, info.outHeight, info.outWidth, outChannels, info.inHeight, info.inWidth, inChannels];
    const work = info.batchSize * info.inHeight * info.inWidth * inChannels * k;
    const strides = [info.strideHeight, info.strideWidth] as const;
    const dilations = [info.dilationHeight, info.dilationWidth];
    if (strides.every((step) => step === 1)) {
      const args = [...addresses, ...sizes, ...whole.kernel, 1, 1, ...dilations, whole.padTop, whole.padLeft];
      device.execute(pack, instruction(Opcode.Conv2D, [...args, zeros, 0, 0, 0, 0, block], work));
      return;
    }
    const args = [...addresses, ...sizes, ...whole.kernel, ...strides, ...dilations, padInfo.top, padInfo.left, zeros];
    device.execute(
      pack,
      instruction(Opcode.Conv2DStridedBackpropInput, args, Math.ceil(work / (strides[0] * strides[1]))),
    );
  });
}

/** dW[ky, kx, c, f] = sum over pixels of what tap (ky, kx) sees of channel c, times dy of filter f. */
export function convolveFilterGradient(
  backend: WasmBackend,
  input: TensorInfo,
  dy: TensorInfo,
  dw: TensorInfo,
  info: backend_util.Conv2DInfo,
): void {
  const { inChannels, outChannels, filterHeight, filterWidth, padInfo, batchSize, outHeight, outWidth } = info;
  const rows = filterHeight * filterWidth * inChannels;
  const pixels = batchSize * outHeight * outWidth;
  const { device } = backend;
  if (rows * outChannels === 0) return;
  if (pixels === 0) {
    device.floats(backend.address(dw), rows * outChannels).fill(0);
    return;
  }
  if (device.numerics === 'fast' && winograd(info)) {
    const addresses = { input: backend.address(input), dy: backend.address(dy), dw: backend.address(dw) };
    filterGradientByWinograd(device, { ...addresses, ...winogradSizes(info) });
    return;
  }
  const whole = forwards(info);
  if (suitsLines(info, whole)) {
    const addresses = { input: backend.address(input), dy: backend.address(dy), dw: backend.address(dw) };
    filterGradientOfLines(device, whole, addresses);
    return;
  }
  device.withTemporary([Math.ceil(rows / 8) * 32 * outChannels], (sums) => {
    device.execute(
      instruction(
        Opcode.Conv2DBackpropFilter,
        [
          ...[backend.address(input), backend.address(dy), backend.address(dw)],
          ...[batchSize, info.inHeight, info.inWidth, inChannels, outHeight, outWidth, outChannels],
          ...[filterHeight, filterWidth, info.strideHeight, info.strideWidth, info.dilationHeight, info.dilationWidth],
          ...[padInfo.top, padInfo.left, sums!],
        ],
        pixels * rows * outChannels,
      ),
    );
  });
}
