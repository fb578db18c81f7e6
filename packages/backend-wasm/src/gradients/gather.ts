import {
  add,
  GatherV2,
  type GatherV2Attrs,
  type GradConfig,
  mul,
  range,
  reshape,
  scalar,
  type Tensor,
  type Tensor1D,
  unsortedSegmentSum,
  util,
  zeros,
} from '@tensorflow/tfjs-core';

/**
 * The gradient of `tf.gather`, which is that of an embedding: each row of `dy` is added to the row it was taken from.
 *
 * With x as [batch, outer, rows, inner] and the indices as [batch, taken], row (b, o, t) of `dy` belongs to row
 * `(b * outers + o) * rows + indices[b, t]`; nothing is transposed on the way.
 */
export const gatherGradient: GradConfig = {
  kernelName: GatherV2,
  inputsToSave: ['x', 'indices'],
  gradFunc: (dy, saved, attributes) => {
    const [x, indices] = saved as [Tensor, Tensor];
    const attrs = attributes as unknown as GatherV2Attrs;
    const axis = util.parseAxisParam(attrs.axis, x.shape)[0]!;
    const batchDims = attrs.batchDims ?? 0;
    return {
      x: () => scatterRows(x.shape, dy as Tensor, indices, axis, batchDims),
      indices: () => zeros(indices.shape),
    };
  },
};

function scatterRows(shape: number[], dy: Tensor, indices: Tensor, axis: number, batchDims: number): Tensor {
  const batch = util.sizeFromShape(shape.slice(0, batchDims));
  const outers = util.sizeFromShape(shape.slice(batchDims, axis));
  const rows = shape[axis]!;
  const inner = util.sizeFromShape(shape.slice(axis + 1));
  const taken = indices.size / Math.max(1, batch);
  let ids: Tensor = reshape(indices, [batch, 1, taken]);
  if (batch * outers > 1) {
    const firstRows = mul(range(0, batch * outers, 1, 'int32'), scalar(rows, 'int32'));
    ids = add(ids, reshape(firstRows, [batch, outers, 1]));
  }
  const flat = reshape(ids, [batch * outers * taken]) as Tensor1D;
  return reshape(unsortedSegmentSum(reshape(dy, [batch * outers * taken, inner]), flat, batch * outers * rows), shape);
}
