import {
  engine,
  type GradConfig,
  getBackend,
  matMul,
  type NamedAttrMap,
  ResizeBilinear,
  type ResizeBilinearAttrs,
  ResizeBilinearGrad,
  ResizeNearestNeighbor,
  ResizeNearestNeighborGrad,
  reshape,
  type Tensor,
  type Tensor4D,
  tensor2d,
  transpose,
} from '@tensorflow/tfjs-core';

type Attributes = Pick<ResizeBilinearAttrs, 'alignCorners' | 'halfPixelCenters'>;
/** For each new pixel, which old ones it is made of, and how much of each. */
type Rule = (position: number, length: number) => [index: number, share: number][];

/** Between the two neighbours. */
const bilinear: Rule = (position, length) => {
  const before = Math.max(0, Math.floor(position));
  const after = Math.min(length - 1, Math.ceil(position));
  const share = position - before;
  return [
    [before, 1 - share],
    [Math.max(0, after), share],
  ];
};

/**
 * tfjs's gradient kernels know nothing of half pixel centers, those of `cpu` mix up images and axes, and those of `wasm` are
 * wrong by corners where one pixel becomes many. But for the plain case on `wasm` the resize is a product of matrices on
 * either side, and so is its gradient.
 */
function resizeGradient(kernelName: string, gradientName: string, rule: (attributes: Attributes) => Rule): GradConfig {
  return {
    kernelName,
    inputsToSave: ['images'],
    gradFunc: (dy, saved, attributes: NamedAttrMap) => {
      const [images] = saved as [Tensor4D];
      const attrs = attributes as unknown as Attributes;
      return {
        images: () =>
          getBackend() === 'wasm' && !attrs.halfPixelCenters && !attrs.alignCorners
            ? engine().runKernel(gradientName, { images, dy: dy as Tensor }, attributes)
            : throughMatrices(dy as Tensor4D, images.shape, attrs, rule(attrs)),
      };
    },
  };
}

function throughMatrices(
  dy: Tensor4D,
  shape: [number, number, number, number],
  attributes: Attributes,
  rule: Rule,
): Tensor {
  const [batch, height, width, channels] = shape;
  const [, newHeight, newWidth] = dy.shape;
  const rows = shares(height, newHeight, attributes, rule);
  const columns = shares(width, newWidth, attributes, rule);
  // [batch, newHeight, newWidth, c] -> [batch, height, newWidth, c] -> [batch, newWidth, height, c] -> [batch, width, height, c].
  const high = matMul(rows, reshape(dy, [batch, newHeight, newWidth * channels]), true);
  const turned = transpose(reshape(high, [batch, height, newWidth, channels]), [0, 2, 1, 3]);
  const wide = matMul(columns, reshape(turned, [batch, newWidth, height * channels]), true);
  return transpose(reshape(wide, [batch, width, height, channels]), [0, 2, 1, 3]);
}

/** The matrix [new, old] of what each new pixel along an axis is made of. */
function shares(length: number, newLength: number, { alignCorners, halfPixelCenters }: Attributes, rule: Rule): Tensor {
  const corners = alignCorners && newLength > 1;
  const ratio = corners ? (length - 1) / (newLength - 1) : length / newLength;
  const matrix = new Float32Array(newLength * length);
  for (let i = 0; i < newLength; i++) {
    const position = halfPixelCenters ? ratio * (i + 0.5) : ratio * i;
    for (const [index, share] of rule(position, length)) matrix[i * length + index]! += share;
  }
  return tensor2d(matrix, [newLength, length]);
}

/** The gradient of `tf.image.resizeBilinear`, with half pixel centers too. */
export const resizeBilinearGradient = resizeGradient(
  ResizeBilinear,
  ResizeBilinearGrad,
  ({ halfPixelCenters }) =>
    (position, length) =>
      bilinear(halfPixelCenters ? position - 0.5 : position, length),
);

/** The gradient of `tf.image.resizeNearestNeighbor`, with half pixel centers too, and for more than one image on `cpu`. */
export const resizeNearestNeighborGradient = resizeGradient(
  ResizeNearestNeighbor,
  ResizeNearestNeighborGrad,
  ({ alignCorners }) =>
    (position, length) => [
      [Math.max(0, Math.min(length - 1, alignCorners ? Math.round(position) : Math.floor(position))), 1],
    ],
);
