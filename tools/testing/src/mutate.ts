/** How many numbers one copy needs. */
export const numbersPerCopy = 8;

/**
 * A damaged copy of a file: bits flipped, bytes replaced, cut off, cut out, repeated, or set to 0 or 255. Eight numbers from 0 to 1 say how and where,
 * so that the same numbers give the same copy.
 *
 * @example
 * mutate(Uint8Array.of(1, 2, 3, 4), Float32Array.of(0.5, 0.5, 0, 0, 0, 0, 0, 0)); // Uint8Array [1, 2]
 */
export function mutate(good: Uint8Array, [way, a, b, c, d, e, f, g]: Float32Array): Uint8Array {
  const at = (part: number | undefined) => Math.floor((part ?? 0) * good.length);
  const byte = (part: number | undefined) => Math.floor((part ?? 0) * 256);
  const copy = new Uint8Array(good);
  switch (Math.floor((way ?? 0) * 6)) {
    case 0:
      if (copy.length > 0) copy[at(a)]! ^= 1 << Math.floor((b ?? 0) * 8);
      return copy;
    case 1:
      for (const part of [a, b, c, d]) if (copy.length > 0) copy[at(part)] = byte(e);
      return copy;
    case 2: {
      // Headers and directories lie at the ends: most damage goes there.
      const reach = Math.min(128, copy.length);
      if (reach === 0) return copy;
      for (const part of [a, b]) copy[Math.floor((part ?? 0) * reach)] = byte(c);
      for (const part of [d, e]) copy[copy.length - 1 - Math.floor((part ?? 0) * reach)] = byte(f);
      return copy;
    }
    case 3:
      return copy.subarray(0, at(a));
    case 4: {
      // What lies between is missing, or there twice.
      const tail = copy.subarray(at(b));
      const joined = new Uint8Array(at(a) + tail.length);
      joined.set(copy.subarray(0, at(a)));
      joined.set(tail, at(a));
      return joined;
    }
    default:
      return copy.fill((g ?? 0) > 0.5 ? 255 : 0, at(a), at(a) + Math.floor((b ?? 0) * 16));
  }
}
