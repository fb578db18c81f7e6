import { inWords, TenlabError } from '@tenlab/core';
import { formatShape } from '../graph/shape';

/** 4 GiB of 32-bit numbers is all the memory that WASM has: one weight never is. Drawing so many would take minutes. */
const MOST = 2 ** 30 - 1;

/** Makes a weight. Throws when it is larger than any array may be or finds no room in memory, naming the layer and the weight. */
export function withRoomFor<T>(place: string, name: string, shape: readonly number[], make: () => T): T {
  const size = shape.reduce((product, length) => product * length, 1);
  if (size > MOST) throw noRoom(place, name, shape, size, undefined);
  try {
    return make();
  } catch (error) {
    const isRoom = error instanceof RangeError || (TenlabError.isInstance(error) && error.code === 'out-of-memory');
    throw isRoom ? noRoom(place, name, shape, size, error) : error;
  }
}

function noRoom(place: string, name: string, shape: readonly number[], size: number, cause: unknown): TenlabError {
  return new TenlabError({
    code: 'out-of-memory',
    place,
    expected: `there must be room for the weight '${name}'`,
    received: inWords(`shape ${formatShape([...shape])}, which is ${((size * 4) / 2 ** 20).toFixed(1)} MiB`),
    remedy: 'Give the layer fewer units or filters, or inputs with fewer features.',
    cause,
  });
}
