import * as tf from '@tensorflow/tfjs-core';

/**
 * `tf.einsum` of two tensors as one product of matrices: `contract('abc,cd->abd', x, kernel)`.
 *
 * Each letter is an axis; those that the result lacks are summed over. Each letter may occur once per tensor, and ellipses must
 * have been written out. Axes are transposed and joined, `tf.matMul` does the work, so the gradient is exact on every backend.
 */
export function contract(equation: string, a: tf.Tensor, b: tf.Tensor): tf.Tensor {
  const [inputs = '', out = ''] = equation.split('->');
  const [left = '', right = ''] = inputs.split(',');
  const first = sumLonely(a, [...left], (letter) => right.includes(letter) || out.includes(letter));
  const second = sumLonely(b, [...right], (letter) => left.includes(letter) || out.includes(letter));
  const inBoth = first.letters.filter((letter) => second.letters.includes(letter));
  const batch = inBoth.filter((letter) => out.includes(letter));
  const summed = inBoth.filter((letter) => !out.includes(letter));
  const onlyFirst = first.letters.filter((letter) => !second.letters.includes(letter));
  const onlySecond = second.letters.filter((letter) => !first.letters.includes(letter));
  const x = arrange(first, [batch, onlyFirst, summed]);
  const y = arrange(second, [batch, summed, onlySecond]);
  const product =
    batch.length === 0
      ? tf.matMul(tf.squeeze(x, [0]) as tf.Tensor2D, tf.squeeze(y, [0]) as tf.Tensor2D)
      : tf.matMul(x, y);
  const letters = [...batch, ...onlyFirst, ...onlySecond];
  const lengthOf = (letter: string) => lengthIn(first, letter) ?? (lengthIn(second, letter) as number);
  return reorder({ tensor: tf.reshape(product, letters.map(lengthOf)), letters }, [...out]);
}

interface Labelled {
  tensor: tf.Tensor;
  letters: string[];
}

function lengthIn({ tensor, letters }: Labelled, letter: string): number | undefined {
  return tensor.shape[letters.indexOf(letter)];
}

/** Sums over the axes that nothing else has. */
function sumLonely(tensor: tf.Tensor, letters: string[], isNeeded: (letter: string) => boolean): Labelled {
  const lonely = letters.flatMap((letter, axis) => (isNeeded(letter) ? [] : [axis]));
  if (lonely.length === 0) return { tensor, letters };
  return { tensor: tf.sum(tensor, lonely), letters: letters.filter(isNeeded) };
}

/** The tensor as three axes, each the product of a group's. */
function arrange(labelled: Labelled, groups: [string[], string[], string[]]): tf.Tensor3D {
  const sizes = groups.map((group) =>
    group.reduce((size, letter) => size * (lengthIn(labelled, letter) as number), 1),
  ) as [number, number, number];
  return tf.reshape(reorder(labelled, groups.flat()), sizes);
}

function reorder({ tensor, letters }: Labelled, order: string[]): tf.Tensor {
  if (order.every((letter, i) => letters[i] === letter)) return tensor;
  return tf.transpose(
    tensor,
    order.map((letter) => letters.indexOf(letter)),
  );
}
