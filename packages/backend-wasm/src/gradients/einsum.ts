import {
  backend_util,
  Einsum,
  type EinsumAttrs,
  einsum,
  type GradConfig,
  reshape,
  sum,
  type Tensor,
  tile,
} from '@tensorflow/tfjs-core';

/**
 * The gradient of `tf.einsum`: of `ab,bc->ac` it is `ac,bc->ab` for the first and `ac,ab->bc` for the second input. A letter
 * that stands in one input alone and is summed away gets its gradient repeated.
 */
export const einsumGradient: GradConfig = {
  kernelName: Einsum,
  saveAllInputs: true,
  gradFunc: (dy, saved, attributes) => {
    const inputs = saved as Tensor[];
    const equation = (attributes as unknown as EinsumAttrs).equation.replace(/\s/g, '');
    backend_util.decodeEinsumEquation(equation, inputs.length);
    const [left, out] = equation.split('->') as [string, string];
    const terms = left.split(',');
    return Object.fromEntries(
      inputs.map((input, index) => [index, () => gradientOf(dy as Tensor, input, index, { inputs, terms, out })]),
    );
  },
};

function gradientOf(
  dy: Tensor,
  input: Tensor,
  index: number,
  { inputs, terms, out }: { inputs: Tensor[]; terms: string[]; out: string },
): Tensor {
  const letters = [...terms[index]!];
  const other = terms.length > 1 ? summedBefore(inputs[1 - index]!, terms[1 - index]!, out + terms[index]!) : undefined;
  const known = new Set(out + (other?.term ?? ''));
  const kept = letters.filter((letter) => known.has(letter)).join('');
  const gradient = other ? einsum(`${out},${other.term}->${kept}`, dy, other.tensor) : einsum(`${out}->${kept}`, dy);
  const shape = letters.map((letter, axis) => (known.has(letter) ? input.shape[axis]! : 1));
  const repeats = letters.map((letter, axis) => (known.has(letter) ? 1 : input.shape[axis]!));
  const reshaped = reshape(gradient, shape);
  return repeats.every((times) => times === 1) ? reshaped : tile(reshaped, repeats);
}

/** A tensor with the letters that nothing else has summed away, which tfjs's einsum cannot do beside a product. */
function summedBefore(tensor: Tensor, term: string, others: string): { tensor: Tensor; term: string } {
  const lonely = [...term].flatMap((letter, axis) => (others.includes(letter) ? [] : [axis]));
  if (lonely.length === 0) return { tensor, term };
  return { tensor: sum(tensor, lonely), term: [...term].filter((_, axis) => !lonely.includes(axis)).join('') };
}
