/**
 * How many inputs each output of a weight sums over, and how many outputs each input goes to.
 *
 * A matrix has its rows and columns; a convolution kernel its last two axes times the size of the others.
 *
 * @example
 * fansOf([3, 3, 16, 32]); // { fanIn: 144, fanOut: 288 }
 */
export function fansOf(
  shape: readonly number[],
  inputAxes: readonly number[] | null = null,
  outputAxes: readonly number[] | null = null,
): { fanIn: number; fanOut: number } {
  if (inputAxes && outputAxes) {
    return {
      fanIn: product(inputAxes.map((axis) => shape.at(axis)!)),
      fanOut: product(outputAxes.map((axis) => shape.at(axis)!)),
    };
  }
  if (shape.length < 2) return { fanIn: shape[0] ?? 1, fanOut: shape[0] ?? 1 };
  const field = product(shape.slice(0, -2));
  return { fanIn: shape.at(-2)! * field, fanOut: shape.at(-1)! * field };
}

function product(sizes: readonly number[]): number {
  return sizes.reduce((size, next) => size * next, 1);
}
