import type { backend_util } from '@tensorflow/tfjs-core';
import { Opcode } from '../../../assembly/program/opcodes';
import type { Device } from '../../device';
import { floatWord, type Instruction, instruction } from '../../program/instruction';
import type { Epilogue } from './product';

/** More channels than these, and packing patches pays: a tile then reads more of the planes than the first cache holds. */
const mostChannels = 32;
/** Steps of k of a patch. */
const mostSteps = 2048;
/** Bytes of a band, as planes or as padded lines: with the weights of a panel it stays near the core. */
const bandBytes = 48 << 10;
/** Output pixels of a tile. */
const tilePixels = 5;
/** Parts of a batch whose filter gradients are summed apart, whatever the number of threads. */
const mostParts = 16;

/** A convolution of stride 1 as these kernels see it; the gradients fill it in their own way. */
export interface FewChannels {
  readonly batch: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly outHeight: number;
  readonly outWidth: number;
  readonly filters: number;
  readonly kernel: readonly [height: number, width: number];
  readonly dilations: readonly [height: number, width: number];
  readonly padTop: number;
  readonly padLeft: number;
}

/** The convolution from input to output. */
export function forwards(info: backend_util.Conv2DInfo): FewChannels {
  return {
    batch: info.batchSize,
    height: info.inHeight,
    width: info.inWidth,
    channels: info.inChannels,
    outHeight: info.outHeight,
    outWidth: info.outWidth,
    filters: info.outChannels,
    kernel: [info.filterHeight, info.filterWidth],
    dilations: [info.dilationHeight, info.dilationWidth],
    padTop: info.padInfo.top,
    padLeft: info.padInfo.left,
  };
}

/** The convolution from the gradient of the output to that of the input, with the filter turned round. */
export function backwards(info: backend_util.Conv2DInfo): FewChannels {
  return {
    ...forwards(info),
    height: info.outHeight,
    width: info.outWidth,
    channels: info.outChannels,
    outHeight: info.inHeight,
    outWidth: info.inWidth,
    filters: info.inChannels,
    padTop: (info.filterHeight - 1) * info.dilationHeight - info.padInfo.top,
    padLeft: (info.filterWidth - 1) * info.dilationWidth - info.padInfo.left,
  };
}

/** Whether a convolution gains by reading its patches in place. */
export function suitsPlanes(info: backend_util.Conv2DInfo, convolution: FewChannels): boolean {
  const { kernel, channels, outWidth } = convolution;
  const taps = kernel[0] * kernel[1];
  return (
    info.strideHeight === 1 &&
    info.strideWidth === 1 &&
    outWidth >= tilePixels &&
    taps > 1 &&
    channels <= mostChannels &&
    taps * channels <= mostSteps &&
    bandRows(convolution) > 0
  );
}

/** Output rows of a band, as many as fit and as leave a few bands to each thread; less than 1 where not even one fits. */
function bandRows({ batch, channels, outHeight, outWidth, kernel, dilations }: FewChannels): number {
  const lineBytes = (outWidth + (kernel[1] - 1) * dilations[1]) * Math.max(1, channels) * 4;
  const fitting = Math.floor(bandBytes / lineBytes) - (kernel[0] - 1) * dilations[0];
  return Math.min(fitting, Math.ceil((outHeight * batch) / 16), outHeight);
}

/** Convolves band by band. `panels` are the weights as `packPanels` lays them out. */
export function convolvePlanes(
  convolution: FewChannels,
  { input, panels, out }: { input: number; panels: number; out: number },
  epilogue: Epilogue,
): Instruction {
  const { batch, height, width, channels, outHeight, outWidth, filters, kernel, dilations } = convolution;
  return instruction(
    Opcode.Conv2DPlanes,
    [
      ...[input, panels, out, batch, height, width, channels, outHeight, outWidth, filters, ...kernel, ...dilations],
      ...[convolution.padTop, convolution.padLeft],
      ...[epilogue.bias, epilogue.activation, epilogue.slope, floatWord(epilogue.alpha), bandRows(convolution)],
    ],
    batch * outHeight * outWidth * filters * kernel[0] * kernel[1] * channels,
  );
}

/** Whether a filter gradient gains by reading the input in place: few channels, no dilation, filters that fill panels. */
export function suitsLines(info: backend_util.Conv2DInfo, convolution: FewChannels): boolean {
  const { kernel, dilations, channels, filters } = convolution;
  return (
    info.strideHeight === 1 &&
    info.strideWidth === 1 &&
    dilations.every((step) => step === 1) &&
    filters % 8 === 0 &&
    channels <= mostChannels &&
    kernel[0] * kernel[1] * channels <= mostSteps &&
    bandRows(convolution) > 0
  );
}

/** Sums the filter gradient, part of the batch by part of the batch. */
export function filterGradientOfLines(
  device: Device,
  convolution: FewChannels,
  { input, dy, dw }: { input: number; dy: number; dw: number },
): void {
  const { batch, height, width, channels, outHeight, outWidth, filters, kernel } = convolution;
  const parts = Math.min(mostParts, batch);
  const run = kernel[1] * channels;
  const columns = run * filters;
  const stride = Math.ceil(run / tilePixels) * tilePixels * filters;
  device.withTemporary([parts * kernel[0] * stride * 4], (sums) => {
    device.execute(
      instruction(
        Opcode.Conv2DLinesBackpropFilter,
        [
          ...[input, dy, sums!, batch, height, width, channels, outHeight, outWidth, filters, ...kernel],
          ...[convolution.padTop, convolution.padLeft, bandRows(convolution), parts],
        ],
        batch * outHeight * outWidth * kernel[0] * columns,
      ),
      instruction(
        Opcode.Conv2DAddParts,
        [sums!, dw, parts, kernel[0], columns, stride],
        (parts * kernel[0] * columns) / 4,
      ),
    );
  });
}
