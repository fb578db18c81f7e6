import { type backend_util, type Tensor, util } from '@tensorflow/tfjs-core';

/** Where a window may lie: what tfjs works out for pooling and convolution in two and three dimensions. */
export type Windows = Pick<
  backend_util.Conv3DInfo,
  | (
      | 'batchSize'
      | 'inDepth'
      | 'inHeight'
      | 'inWidth'
      | 'outDepth'
      | 'outHeight'
      | 'outWidth'
      | 'filterDepth'
      | 'filterHeight'
    )
  | (
      | 'filterWidth'
      | 'strideDepth'
      | 'strideHeight'
      | 'strideWidth'
      | 'dilationDepth'
      | 'dilationHeight'
      | 'dilationWidth'
      | 'padInfo'
    )
>;

/** One tap of a window that lies inside the input: which output pixel sees which input pixel through which tap. */
export interface Tap {
  readonly out: number;
  readonly from: number;
  readonly tap: number;
}

/**
 * Lists every tap of every window that lies inside, in memory order, by plain loops: the oracle for kernels over windows.
 * Pixels count over batch, depth, height and width; channels are the caller's.
 */
export function taps(info: Windows): Tap[] {
  const list: Tap[] = [];
  const { padInfo } = info;
  let out = 0;
  for (let b = 0; b < info.batchSize; b++)
    for (let oz = 0; oz < info.outDepth; oz++)
      for (let oy = 0; oy < info.outHeight; oy++)
        for (let ox = 0; ox < info.outWidth; ox++) {
          let tap = 0;
          for (let kz = 0; kz < info.filterDepth; kz++)
            for (let ky = 0; ky < info.filterHeight; ky++)
              for (let kx = 0; kx < info.filterWidth; kx++) {
                const z = oz * info.strideDepth + kz * info.dilationDepth - padInfo.front;
                const y = oy * info.strideHeight + ky * info.dilationHeight - padInfo.top;
                const x = ox * info.strideWidth + kx * info.dilationWidth - padInfo.left;
                const inside = z >= 0 && z < info.inDepth && y >= 0 && y < info.inHeight && x >= 0 && x < info.inWidth;
                if (inside)
                  list.push({ out, from: ((b * info.inDepth + z) * info.inHeight + y) * info.inWidth + x, tap });
                tap++;
              }
          out++;
        }
  return list;
}

/** The windows of an image, as a volume of depth 1. */
export function imageWindows(info: backend_util.Conv2DInfo): Windows {
  return {
    ...info,
    ...{ inDepth: 1, outDepth: 1, filterDepth: 1, strideDepth: 1, dilationDepth: 1 },
    padInfo: { ...info.padInfo, front: 0, back: 0 },
  };
}

/** A tensor's values as doubles. */
export function values(tensor: Tensor): Float64Array {
  return Float64Array.from(tensor.dataSync());
}

/** Channels of a channels-last tensor. */
export function channelsOf(tensor: Tensor): number {
  return tensor.shape.at(-1)!;
}

/** A convolution by plain loops in double precision: `filter` is [taps, channels, filters]. */
export function convolveTaps(list: Tap[], x: Tensor, filter: Tensor, outShape: number[]): number[] {
  const [input, weights] = [values(x), values(filter)];
  const channels = channelsOf(x);
  const filters = outShape.at(-1)!;
  const out = new Array<number>(util.sizeFromShape(outShape)).fill(0);
  for (const { out: pixel, from, tap } of list)
    for (let c = 0; c < channels; c++)
      for (let f = 0; f < filters; f++)
        out[pixel * filters + f]! += input[from * channels + c]! * weights[(tap * channels + c) * filters + f]!;
  return out;
}

/** The filter gradient of a convolution by plain loops in double precision, [taps, channels, filters]. */
export function filterGradientOfTaps(list: Tap[], x: Tensor, dy: Tensor, filterShape: number[]): number[] {
  const [input, given] = [values(x), values(dy)];
  const channels = channelsOf(x);
  const filters = channelsOf(dy);
  const dw = new Array<number>(util.sizeFromShape(filterShape)).fill(0);
  for (const { out: pixel, from, tap } of list)
    for (let c = 0; c < channels; c++)
      for (let f = 0; f < filters; f++)
        dw[(tap * channels + c) * filters + f]! += input[from * channels + c]! * given[pixel * filters + f]!;
  return dw;
}
