import { expect } from 'vitest';
import type { Dataset } from '../pipeline/dataset';
import type { Json } from '../pipeline/stage';

/**
 * Saves the place at every element of two passes, goes on from it in a pipeline made anew, and expects the same rest of that pass, and the same
 * pass after it. `make` must give the same pipeline each time, as another process would make it.
 */
export async function expectResumable<T>(make: () => Dataset<T> | Promise<Dataset<T>>): Promise<void> {
  const whole = await make();
  const passes = [await whole.toArray(), await whole.toArray(), await whole.toArray()];
  for (const pass of [0, 1]) {
    const elements = passes[pass]!;
    for (let count = 0; count <= elements.length; count++) {
      const where = `pass ${pass} after ${count} elements`;
      const saved = await placeAfter(await make(), pass, count);
      const resumed = await make();
      const iterator = resumed.iterateFrom(saved);
      expect(copied(iterator.getState()), `saved again: ${where}`).toEqual(saved);
      const rest: T[] = [];
      for await (const element of iterator) rest.push(element);
      expect(rest, where).toEqual(elements.slice(count));
      expect(await resumed.toArray(), `the pass after ${where}`).toEqual(passes[pass + 1]);
    }
  }
}

async function placeAfter<T>(dataset: Dataset<T>, pass: number, count: number): Promise<Json> {
  for (let before = 0; before < pass; before++) await dataset.toArray();
  const iterator = dataset.iterate();
  for (let taken = 0; taken < count; taken++) await iterator.next();
  const state = copied(iterator.getState());
  await iterator.return();
  return state;
}

function copied(state: Json): Json {
  return JSON.parse(JSON.stringify(state)) as Json;
}
