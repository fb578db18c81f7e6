import { expect, it } from 'vitest';
import { Dataset } from './dataset';
import type { Json } from './stage';

const make = () => Dataset.fromArrays([1, 2, 3]).shuffle(3, { seed: 1 });

it('gives elements one after the other, however many are asked for at once', async () => {
  const iterator = Dataset.fromArrays([1, 2]).iterate();
  const all = await Promise.all([iterator.next(), iterator.next(), iterator.next()]);
  expect(all.map(({ value }) => value)).toEqual([1, 2, undefined]);
});

it('says at the end of a pass that the next one comes', async () => {
  const iterator = make().iterate();
  while (!(await iterator.next()).done);
  expect(iterator.getState()).toEqual({ ...(make().iterate().getState() as object), pass: 1, stage: null });
});

it('is a pass only when it is used', async () => {
  const data = Dataset.fromArrays([1]).map((_, { pass }) => pass);
  data.iterate();
  expect([await data.toArray(), await data.toArray()]).toEqual([[0], [1]]);
});

it('closes what it runs when an element fails', async () => {
  let cleaned = false;
  const data = Dataset.fromGenerator(function* () {
    try {
      yield 1;
      yield 2;
    } finally {
      cleaned = true;
    }
  }).map(() => {
    throw new Error('fails');
  });
  await expect(data.iterate().next()).rejects.toThrow('fails');
  expect(cleaned).toBe(true);
});

it('refuses a place of another pipeline', () => {
  const place = make().iterate().getState();
  expect(() => Dataset.fromArrays([1, 2, 3]).shuffle(3, { seed: 2 }).iterateFrom(place)).toThrow(
    'a place in arrays(3) > shuffle(3, seed 2). Received: one in arrays(3) > shuffle(3, seed 1).',
  );
});

it.each<Json>([null, {}, { format: 'tenlab.dataset', version: 2 }])('refuses %j, which is no place', (state) => {
  expect(() => make().iterateFrom(state)).toThrow('what `getState` of an iterator gave, of version 1');
});
