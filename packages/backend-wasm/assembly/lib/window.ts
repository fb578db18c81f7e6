import { word } from './arguments';

// A window is where a pooling or convolution filter lies over the input, clipped to it: an address, and along each axis
// how many taps and how far apart. Everything is NDHWC; two dimensions are a volume of depth 1.
//
// Kernels over windows share the order of their arguments: 0 in, 1 out, 2 batch, 3 depth, 4 height, 5 width, 6 channels,
// 7 outDepth, 8 outHeight, 9 outWidth, 10 kernelDepth, 11 kernelHeight, 12 kernelWidth, 13 strideZ, 14 strideY, 15 strideX,
// 16 dilationZ, 17 dilationY, 18 dilationX, 19 padFront, 20 padTop, 21 padLeft; their own come after.

/** The first tap that lies inside, for a window that starts at `start`. */
// @ts-ignore: decorator
@inline
export function firstTap(start: i32, dilation: i32): i32 {
  return start < 0 ? (dilation - 1 - start) / dilation : 0;
}

/** One past the last tap that lies inside an axis of `size`. */
// @ts-ignore: decorator
@inline
export function lastTap(start: i32, size: i32, kernel: i32, dilation: i32): i32 {
  return start >= size ? 0 : min(kernel, (size - 1 - start) / dilation + 1);
}

/** Pixels of one input image, and of one output image. */
// @ts-ignore: decorator
@inline
export function inPixels(args: usize): i32 {
  return word(args, 3) * word(args, 4) * word(args, 5);
}

// @ts-ignore: decorator
@inline
export function outPixels(args: usize): i32 {
  return word(args, 7) * word(args, 8) * word(args, 9);
}
