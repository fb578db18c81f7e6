/**
 * Which words a text holds, as a row of zeros and ones: the order and the number of times are lost.
 *
 * @param x rows of word numbers, filled with 0
 * @param words how many words have a number
 *
 * @example
 * multiHot({ data: Int32Array.of(1, 3, 3, 0), shape: [1, 4] }, 5).data; // Float32Array [0, 1, 0, 1, 0]
 */
export function multiHot(
  { data, shape }: { data: Int32Array; shape: readonly number[] },
  words: number,
): { data: Float32Array; shape: [texts: number, words: number] } {
  const [texts = 0, length = 0] = shape;
  const rows = new Float32Array(texts * words);
  for (let index = 0; index < texts * length; index++) {
    const word = data[index]!;
    if (word !== 0) rows[Math.floor(index / length) * words + word] = 1;
  }
  return { data: rows, shape: [texts, words] };
}
