import type { backend_util } from '@tensorflow/tfjs-core';
import { BackendError } from '../../errors';

/** Where windows lie over a volume, NDHWC: what tfjs works out for pooling and for convolution. */
export type WindowInfo = Omit<backend_util.Conv3DInfo, 'outChannels' | 'filterShape' | 'dataFormat'>;

/** An image as a volume of depth 1. */
export function asVolume(info: backend_util.Conv2DInfo): WindowInfo {
  const { padInfo } = info;
  return {
    ...info,
    ...{ inDepth: 1, outDepth: 1, strideDepth: 1, filterDepth: 1, effectiveFilterDepth: 1, dilationDepth: 1 },
    inShape: spread(info.inShape),
    outShape: spread(info.outShape),
    padInfo: { ...padInfo, front: 0, back: 0 },
  };
}

function spread([batch, height, width, channels]: number[]): [number, number, number, number, number] {
  return [batch!, 1, height!, width!, channels!];
}

/** Arguments 2 to 21 of the kernels over windows: see `assembly/lib/window.ts`. */
export function windowArguments(info: WindowInfo, channels: number, place: string): number[] {
  const { padInfo } = info;
  const args = [
    ...[info.batchSize, info.inDepth, info.inHeight, info.inWidth, channels],
    ...[info.outDepth, info.outHeight, info.outWidth],
    ...[info.filterDepth, info.filterHeight, info.filterWidth],
    ...[info.strideDepth, info.strideHeight, info.strideWidth],
    ...[info.dilationDepth, info.dilationHeight, info.dilationWidth],
    ...[padInfo.front, padInfo.top, padInfo.left],
  ];
  if (!args.every(Number.isInteger) || [...args.slice(8, 17)].some((length) => length < 1)) {
    throw new BackendError({
      code: 'invalid-argument',
      place,
      expected: 'filter size, strides and dilations must be whole numbers from 1, and sizes and padding whole numbers',
      received: `filter ${args.slice(8, 11)}, strides ${args.slice(11, 14)}, dilations ${args.slice(14, 17)}, padding ${args.slice(17)}`,
      remedy: 'Pass whole numbers, for example a filter of [2, 2] and strides of [2, 2].',
    });
  }
  return args;
}
