import type { Sequential } from '@tenlab/layers';
import { expect, it } from 'vitest';
import { ask, listenTo, near, numbersOf } from './ask';

it('calls what the learner wrote', async () => {
  await expect(ask({ double: (x: number) => 2 * x }, 'double', 21)).resolves.toBe(42);
});

it.each([
  [{}, 'missing-function'],
  [{ double: 4 }, 'missing-function'],
  [{ double: () => {} }, 'returns-nothing'],
])('names what is wrong with %j', async (work, id) => {
  await expect(ask(work, 'double')).rejects.toMatchObject({ id });
});

it('hears a call, lets it through, and changes what it is told to', () => {
  const model = { fit: (epochs: number) => epochs } as unknown as Sequential;
  const heard = listenTo(model, 'fit', () => [3]);
  expect((model.fit as unknown as (epochs: number) => number)(500)).toBe(3);
  expect(heard).toEqual([{ inputs: [500] }]);
});

it('knows whether what was called has come to its end, and takes the error of a call that nobody waits for', async () => {
  const ends: ((error?: Error) => void)[] = [];
  const wait = () => new Promise((resolve, reject) => ends.push((error) => (error ? reject(error) : resolve(1))));
  const model = { fit: wait } as unknown as Sequential;
  const heard = listenTo(model, 'fit');
  const first = (model.fit as unknown as () => Promise<number>)();
  (model.fit as unknown as () => Promise<number>)();
  expect(heard.map(({ pending }) => pending)).toEqual([true, true]);
  ends[0]!();
  ends[1]!(new Error('unheard'));
  await first;
  await Promise.resolve();
  expect(heard.map(({ pending }) => pending)).toEqual([false, false]);
});

it.each([[Float32Array.of(1, 2)], [{ data: Uint8Array.of(1, 2), shape: [2] }], [[[1], [2]]]])(
  'reads the numbers of %j',
  (values) => {
    expect(Array.from(numbersOf(values))).toEqual([1, 2]);
  },
);

it('compares but for rounding', () => {
  expect([near([0.1], [0.10001]), near([0.1], [0.2]), near([1], [1, 2])]).toEqual([true, false, false]);
});
