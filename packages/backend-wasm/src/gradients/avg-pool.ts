import {
  AvgPool,
  AvgPool3D,
  AvgPool3DGrad,
  AvgPoolGrad,
  backend_util,
  engine,
  type GradConfig,
  mul,
  type NamedAttrMap,
  type Tensor,
  tensor,
} from '@tensorflow/tfjs-core';

type Axis = { length: number; out: number; filter: number; stride: number; before: number };

/** How many taps of each window along an axis lie inside. */
function counts({ length, out, filter, stride, before }: Axis): number[] {
  return Array.from({ length: out }, (_, window) => {
    const start = window * stride - before;
    return Math.max(1, Math.min(start + filter, length) - Math.max(start, 0));
  });
}

/**
 * (size of the filter) / (elements inside), for each window: what makes the gradient right. tfjs's kernels divide by the size
 * of the filter, while averages are over what lies inside. Undefined where there is no padding, and nothing to make up for.
 */
function corrections(axes: Axis[]): Tensor | undefined {
  const perAxis = axes.map((axis) => counts(axis).map((count) => axis.filter / count));
  if (perAxis.flat().every((factor) => factor === 1)) return undefined;
  const product = perAxis.reduce((outer, inner) => outer.flatMap((x) => inner.map((y) => x * y)), [1]);
  return tensor(product, [...axes.map(({ out }) => out), 1]);
}

function gradient(kernelName: string, dy: Tensor, x: Tensor, axes: Axis[], attributes: NamedAttrMap): Tensor {
  const factor = corrections(axes);
  return engine().runKernel(
    kernelName,
    { dy: factor ? mul(dy, factor) : dy, input: x },
    { ...attributes, divisor: 'filter' },
  );
}

type Attributes = {
  filterSize: [number, number] & [number, number, number];
  strides: [number, number] & [number, number, number];
  pad: 'valid';
  dimRoundingMode?: 'floor';
};

/** The gradient of `tf.avgPool`, with padding too. */
export const avgPoolGradient: GradConfig = {
  kernelName: AvgPool,
  inputsToSave: ['x'],
  gradFunc: (dy, saved, attributes) => {
    const [x] = saved as [Tensor];
    const { filterSize, strides, pad, dimRoundingMode } = attributes as unknown as Attributes;
    const info = backend_util.computePool2DInfo(
      x.shape as [number, number, number, number],
      filterSize,
      strides,
      1,
      pad,
      dimRoundingMode,
    );
    const axes: Axis[] = [
      {
        length: info.inHeight,
        out: info.outHeight,
        filter: info.filterHeight,
        stride: info.strideHeight,
        before: info.padInfo.top,
      },
      {
        length: info.inWidth,
        out: info.outWidth,
        filter: info.filterWidth,
        stride: info.strideWidth,
        before: info.padInfo.left,
      },
    ];
    return { x: () => gradient(AvgPoolGrad, dy as Tensor, x, axes, attributes) };
  },
};

/** The gradient of `tf.avgPool3d`, with padding too. */
export const avgPool3dGradient: GradConfig = {
  kernelName: AvgPool3D,
  inputsToSave: ['x'],
  gradFunc: (dy, saved, attributes) => {
    const [x] = saved as [Tensor];
    const { filterSize, strides, pad, dimRoundingMode } = attributes as unknown as Attributes;
    const shape = x.shape as [number, number, number, number, number];
    const info = backend_util.computePool3DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
    const axes: Axis[] = [
      {
        length: info.inDepth,
        out: info.outDepth,
        filter: info.filterDepth,
        stride: info.strideDepth,
        before: info.padInfo.front,
      },
      {
        length: info.inHeight,
        out: info.outHeight,
        filter: info.filterHeight,
        stride: info.strideHeight,
        before: info.padInfo.top,
      },
      {
        length: info.inWidth,
        out: info.outWidth,
        filter: info.filterWidth,
        stride: info.strideWidth,
        before: info.padInfo.left,
      },
    ];
    return { x: () => gradient(AvgPool3DGrad, dy as Tensor, x, axes, attributes) };
  },
};
