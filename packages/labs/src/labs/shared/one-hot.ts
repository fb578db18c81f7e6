/**
 * Labels as rows with a 1 at the label and 0 elsewhere.
 *
 * @example
 * oneHot([2, 0], 3).data; // Float32Array [0, 0, 1, 1, 0, 0]
 */
export function oneHot(
  labels: ArrayLike<number>,
  classes: number,
): { data: Float32Array; shape: [rows: number, classes: number] } {
  const data = new Float32Array(labels.length * classes);
  for (let row = 0; row < labels.length; row++) data[row * classes + labels[row]!] = 1;
  return { data, shape: [labels.length, classes] };
}
