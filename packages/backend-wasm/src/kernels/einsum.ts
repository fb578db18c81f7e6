import { backend_util, Einsum, type EinsumAttrs, Sum, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { WasmBackend } from '../wasm-backend';
import { batchMatMul } from './batch-matmul';
import { callKernel } from './shared/call-kernel';
import { defineKernel } from './shared/kernel';
import { reshaped, transpose } from './shared/layout';

/** A tensor and the letter of each of its axes. */
interface Term {
  readonly tensor: TensorInfo;
  readonly letters: string;
}

/**
 * The kernel of `tf.einsum`, as one product of matrices. Letters in both inputs and the result number the products, letters
 * in both inputs alone are multiplied and summed, and letters of one input and the result are its rows or columns:
 * `btnh,bfnh->bnft` becomes [b n, t, h] times [b n, h, f], turned to [b n f t].
 */
export const einsumKernel = defineKernel<readonly TensorInfo[], EinsumAttrs>(Einsum, ({ inputs, attrs, backend }) => {
  const { allDims, idDims } = backend_util.decodeEinsumEquation(attrs.equation, inputs.length);
  backend_util.checkEinsumDimSizes(allDims.length, idDims, inputs as never);
  const [left, out] = attrs.equation.replace(/\s/g, '').split('->') as [string, string];
  const terms = left.split(',').map((letters, index) => ({ tensor: inputs[index]!, letters }));
  const temporary = new Temporary(backend);
  const kept = terms.map((term, index) => withoutLonely(term, out + (terms[1 - index]?.letters ?? ''), temporary));
  const [first, second] = kept as [Term, Term | undefined];
  const result = second ? product(backend, first, second, out, temporary) : first;
  return temporary.release(turned(result, out, temporary).tensor);
});

/** Tensors made on the way, disposed at the end but for the result. */
class Temporary {
  readonly #backend: WasmBackend;
  readonly #tensors: TensorInfo[] = [];

  constructor(backend: WasmBackend) {
    this.#backend = backend;
  }

  make(compute: (backend: WasmBackend) => TensorInfo): TensorInfo {
    const tensor = compute(this.#backend);
    this.#tensors.push(tensor);
    return tensor;
  }

  /** Disposes all but `result`, to which the caller gets a reference of its own. */
  release({ dataId, shape, dtype }: TensorInfo): TensorInfo {
    this.#backend.incRef(dataId);
    for (const tensor of this.#tensors) this.#backend.disposeData(tensor.dataId);
    return { dataId, shape, dtype };
  }
}

/** A term with the letters summed away that stand neither in the other term nor in the result. */
function withoutLonely({ tensor, letters }: Term, others: string, temporary: Temporary): Term {
  const axis = [...letters].flatMap((letter, index) => (others.includes(letter) ? [] : [index]));
  if (axis.length === 0) return { tensor, letters };
  const left = [...letters].filter((_, index) => !axis.includes(index)).join('');
  return {
    tensor: temporary.make((backend) => callKernel(backend, Sum, { x: tensor }, { axis, keepDims: false })),
    letters: left,
  };
}

/** A term with its axes in another order. */
function turned({ tensor, letters }: Term, order: string, temporary: Temporary): Term {
  if (letters === order) return { tensor, letters };
  const perm = [...order].map((letter) => letters.indexOf(letter));
  return { tensor: temporary.make((backend) => transpose(backend, tensor, perm)), letters: order };
}

function product(backend: WasmBackend, a: Term, b: Term, out: string, temporary: Temporary): Term {
  const pick = (letters: string, inOther: boolean, inOut: boolean, other: string) =>
    [...letters].filter((letter) => other.includes(letter) === inOther && out.includes(letter) === inOut).join('');
  const batch = pick(a.letters, true, true, b.letters);
  const summed = pick(a.letters, true, false, b.letters);
  const rows = pick(a.letters, false, true, b.letters);
  const columns = pick(b.letters, false, true, a.letters);
  const lengths = new Map(
    [a, b].flatMap(({ tensor, letters }) => [...letters].map((letter, axis) => [letter, tensor.shape[axis]!] as const)),
  );
  const shape = (letters: string) => [...letters].map((letter) => lengths.get(letter)!);
  const size = (letters: string) => util.sizeFromShape(shape(letters));
  // A matrix is read transposed where it lies so; else its axes are put in order.
  const matrixOf = (term: Term, outer: string, inner: string) => {
    const transposed = term.letters === batch + inner + outer && term.letters !== batch + outer + inner;
    const { tensor } = transposed ? term : turned(term, batch + outer + inner, temporary);
    const axes = [size(batch), ...(transposed ? [size(inner), size(outer)] : [size(outer), size(inner)])];
    return { transposed, matrix: temporary.make(() => reshaped(backend, tensor, axes)) };
  };
  const left = matrixOf(a, rows, summed);
  const right = matrixOf(b, summed, columns);
  const attrs = { transposeA: left.transposed, transposeB: right.transposed };
  const result = temporary.make(() => batchMatMul(backend, left.matrix, right.matrix, attrs));
  const letters = batch + rows + columns;
  return { tensor: temporary.make(() => reshaped(backend, result, shape(letters))), letters };
}
