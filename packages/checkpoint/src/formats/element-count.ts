/** The product of a shape's sizes, or undefined where a size is not a whole number >= 0 or the product is not exact in a number. */
export function elementCount(shape: readonly unknown[]): number | undefined {
  let count = 1;
  let hasZero = false;
  for (const size of shape) {
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) return undefined;
    if (size === 0) hasZero = true;
    // Once too large it stays so, whatever follows: only a zero makes such a shape sound.
    else count = Math.min(count * size, Number.MAX_SAFE_INTEGER + 1);
  }
  if (hasZero) return 0;
  return Number.isSafeInteger(count) ? count : undefined;
}
