import { BatchMatMul, type BatchMatMulAttrs, broadcast_util, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { BackendError } from '../errors';
import type { WasmBackend } from '../wasm-backend';
import { defineKernel } from './shared/kernel';
import { type Epilogue, matrix, multiply, noEpilogue, packPanels, panelBytes } from './shared/product';

/** Batched C = op(A) op(B), leading axes broadcast, float32 through the tiled kernel and int32 in plain loops. */
export function batchMatMul(
  backend: WasmBackend,
  a: TensorInfo,
  b: TensorInfo,
  attrs: BatchMatMulAttrs,
  epilogue: Epilogue = noEpilogue,
): TensorInfo {
  const { transposeA, transposeB } = attrs;
  if (a.shape.length < 2 || b.shape.length < 2) {
    throw new BackendError({
      code: 'invalid-argument',
      place: 'matMul',
      expected: 'both tensors must have at least two axes',
      received: `shapes [${a.shape}] and [${b.shape}]`,
      remedy: 'Reshape a vector to one row or one column, or use tf.dot.',
    });
  }
  const [rowsA, columnsA] = a.shape.slice(-2) as [number, number];
  const [rowsB, columnsB] = b.shape.slice(-2) as [number, number];
  const [m, k] = transposeA ? [columnsA, rowsA] : [rowsA, columnsA];
  const [innerB, n] = transposeB ? [columnsB, rowsB] : [rowsB, columnsB];
  util.assert(
    k === innerB,
    () =>
      `Error in matMul: inner shapes (${k}) and (${innerB}) of Tensors with shapes ${a.shape} and ${b.shape} and transposeA=${transposeA} and transposeB=${transposeB} must match.`,
  );
  const batchShape = broadcast_util.assertAndGetBroadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
  const batches = util.sizeFromShape(batchShape);
  const out = backend.makeOutput([...batchShape, m, n], a.dtype);
  if (batches * m * n === 0) return out;
  const [ofA, ofB] = [a, b].map((tensor) => batchIndices(tensor.shape.slice(0, -2), batchShape)) as [
    number[],
    number[],
  ];
  const { device } = backend;
  if (a.dtype !== 'float32' || b.dtype !== 'float32') {
    multiplyIntegers(backend, a, b, out, { m, n, k, transposeA, transposeB, ofA, ofB });
    return out;
  }
  device.withTemporary([panelBytes(k, n)], (panels) => {
    let packed = -1;
    for (let batch = 0; batch < batches; batch++) {
      const from = ofB[batch]!;
      const second = matrix(backend.address(b) + from * k * n * 4, columnsB, transposeB);
      const first = matrix(backend.address(a) + ofA[batch]! * m * k * 4, columnsA, transposeA);
      const step = multiply(device, first, panels!, backend.address(out) + batch * m * n * 4, { m, n, k }, epilogue);
      if (from === packed) device.execute(step);
      else device.execute(packPanels(second, panels!, k, n), step);
      packed = from;
    }
  });
  return out;
}

/** For each batch of the result, in order, which batch of a tensor with `shape` leading axes it reads. */
function batchIndices(shape: number[], outShape: number[]): number[] {
  const strides = util.computeStrides([...shape, 1]);
  const outStrides = util.computeStrides([...outShape, 1]);
  const missing = outShape.length - shape.length;
  return Array.from({ length: util.sizeFromShape(outShape) }, (_, index) => {
    let from = 0;
    for (const [axis, length] of outShape.entries()) {
      const place = Math.floor(index / outStrides[axis]!) % length;
      if (axis >= missing && shape[axis - missing]! > 1) from += place * strides[axis - missing]!;
    }
    return from;
  });
}

type IntegerProduct = {
  m: number;
  n: number;
  k: number;
  transposeA: boolean;
  transposeB: boolean;
  ofA: number[];
  ofB: number[];
};

function multiplyIntegers(
  backend: WasmBackend,
  a: TensorInfo,
  b: TensorInfo,
  out: TensorInfo,
  product: IntegerProduct,
): void {
  const { m, n, k, transposeA, transposeB, ofA, ofB } = product;
  const [first, second, result] = [a, b, out].map((tensor) => backend.typedArrayFromHeap(tensor)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  for (const [batch, from] of ofA.entries()) {
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let inner = 0; inner < k; inner++) {
          const x = first[from * m * k + (transposeA ? inner * m + i : i * k + inner)]!;
          sum += x * second[ofB[batch]! * k * n + (transposeB ? j * k + inner : inner * n + j)]!;
        }
        result[batch * m * n + i * n + j] = sum;
      }
    }
  }
}

/** The kernel of `tf.matMul`. */
export const batchMatMulKernel = defineKernel<{ a: TensorInfo; b: TensorInfo }, BatchMatMulAttrs>(
  BatchMatMul,
  ({ inputs, attrs, backend }) => batchMatMul(backend, inputs.a, inputs.b, attrs),
);
