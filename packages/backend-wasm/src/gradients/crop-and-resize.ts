import {
  abs,
  add,
  CropAndResize,
  type CropAndResizeAttrs,
  cast,
  div,
  equal,
  expandDims,
  floor,
  type GradConfig,
  gather,
  greaterEqual,
  lessEqual,
  logicalAnd,
  matMul,
  mul,
  range,
  relu,
  reshape,
  round,
  scalar,
  slice,
  stack,
  sub,
  sum,
  type Tensor,
  type Tensor1D,
  type Tensor3D,
  type Tensor4D,
  transpose,
  unsortedSegmentSum,
  zeros,
} from '@tensorflow/tfjs-core';

/** How one axis of the crops samples one axis of the image: positions, and weights [box, sample, pixel] that sum to 1 or 0. */
interface Sampling {
  readonly weights: Tensor3D;
  /** Derivative of the weights with respect to the position. */
  readonly slopes: Tensor3D;
  /** Share of the box's first edge in the position of each sample, in pixels; the rest is the second edge's. */
  readonly first: Tensor1D;
  readonly second: Tensor1D;
}

/**
 * The gradient of `tf.image.cropAndResize` with respect to the image and, for bilinear sampling, the boxes.
 *
 * A crop is a product, `crop = Wy image Wx^T` with the weights of the samples along each axis, and so is its gradient. What
 * falls outside the image is constant.
 */
export const cropAndResizeGradient: GradConfig = {
  kernelName: CropAndResize,
  inputsToSave: ['image', 'boxes', 'boxInd'],
  gradFunc: (dy, saved, attributes) => {
    const [image, boxes, boxInd] = saved as [Tensor4D, Tensor, Tensor1D];
    const { cropSize, method } = attributes as unknown as CropAndResizeAttrs;
    const [, height, width] = image.shape;
    const edge = (column: number) => reshape(slice(boxes, [0, column], [-1, 1]), [-1]) as Tensor1D;
    const rows = () => sampling(edge(0), edge(2), height, cropSize[0], method);
    const columns = () => sampling(edge(1), edge(3), width, cropSize[1], method);
    return {
      image: () => imageGradient(dy as Tensor4D, image, boxInd, rows(), columns()),
      boxes: () =>
        method === 'nearest' ? zeros(boxes.shape) : boxesGradient(dy as Tensor4D, image, boxInd, rows(), columns()),
      boxInd: () => zeros(boxInd.shape),
    };
  },
};

function sampling(
  start: Tensor1D,
  end: Tensor1D,
  length: number,
  samples: number,
  method: 'bilinear' | 'nearest',
): Sampling {
  const steps = samples > 1 ? div(range(0, samples), scalar(samples - 1)) : scalar(0.5);
  const second = reshape(mul(steps, scalar(length - 1)), [samples]) as Tensor1D;
  const first = sub(scalar(length - 1), second) as Tensor1D;
  const positions = expandDims(add(mul(expandDims(start, 1), first), mul(expandDims(end, 1), second)), 2);
  const pixels = range(0, length);
  const inside = cast(
    logicalAnd(greaterEqual(positions, scalar(0)), lessEqual(positions, scalar(length - 1))),
    'float32',
  );
  if (method === 'nearest') {
    const weights = mul(cast(equal(round(positions), pixels), 'float32'), inside) as Tensor3D;
    return { weights, slopes: weights, first, second };
  }
  const weights = mul(relu(sub(scalar(1), abs(sub(positions, pixels)))), inside) as Tensor3D;
  const below = floor(positions);
  const after = cast(equal(add(below, scalar(1)), pixels), 'float32');
  const slopes = mul(sub(after, cast(equal(below, pixels), 'float32')), inside) as Tensor3D;
  return { weights, slopes, first, second };
}

/** out[box, j, i, c] = sum over the middle axis k of x[box, i, k, c] weights[box, k, j]: one axis taken along, and turned round. */
function along(x: Tensor4D, weights: Tensor3D): Tensor4D {
  const [boxes, rows, middle, channels] = x.shape;
  const turned = reshape(transpose(x, [0, 2, 1, 3]), [boxes, middle, rows * channels]) as Tensor3D;
  return reshape(matMul(weights, turned, true, false), [boxes, weights.shape[2], rows, channels]) as Tensor4D;
}

function imageGradient(dy: Tensor4D, image: Tensor4D, boxInd: Tensor1D, rows: Sampling, columns: Sampling): Tensor {
  // [box, cropY, cropX, c] -> [box, x, cropY, c] -> [box, y, x, c].
  const perBox = along(along(dy, columns.weights), rows.weights);
  return unsortedSegmentSum(perBox, boxInd, image.shape[0]);
}

function boxesGradient(dy: Tensor4D, image: Tensor4D, boxInd: Tensor1D, rows: Sampling, columns: Sampling): Tensor {
  const seen = gather(image, boxInd) as Tensor4D;
  const back = (weights: Tensor3D) => transpose(weights, [0, 2, 1]) as Tensor3D;
  // [box, y, x, c] -> [box, cropX, y, c] -> [box, cropY, cropX, c].
  const sample = (y: Tensor3D, x: Tensor3D) => along(along(seen, back(x)), back(y));
  const alongY = sum(mul(dy, sample(rows.slopes, columns.weights)), [2, 3]);
  const alongX = sum(mul(dy, sample(rows.weights, columns.slopes)), [1, 3]);
  const edges = [
    sum(mul(alongY, rows.first), 1),
    sum(mul(alongX, columns.first), 1),
    sum(mul(alongY, rows.second), 1),
    sum(mul(alongX, columns.second), 1),
  ];
  return stack(edges, 1);
}
