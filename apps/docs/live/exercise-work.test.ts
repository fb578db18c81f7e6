import { expect, it } from 'vitest';
import { keepWork, readWork } from './exercise-work';
import type { Store } from './store-of';

function memory(): Store & { held: Map<string, string> } {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  };
}

it('keeps work, gives it back, and forgets it', () => {
  const store = memory();
  const work = { text: 'const a = 1;', hints: { model: 2 } };
  expect(keepWork(store, 'iris', work)).toBe(true);
  expect([readWork(store, 'iris'), readWork(store, 'cnn')]).toEqual([work, undefined]);
  keepWork(store, 'iris', undefined);
  expect(readWork(store, 'iris')).toBeUndefined();
});

it('begins anew where what is kept cannot be read, and says where nothing is kept', () => {
  const store = memory();
  store.held.set('tenlab-exercise-iris', '{"text":');
  expect(readWork(store, 'iris')).toBeUndefined();
  const full = {
    ...store,
    setItem: () => {
      throw new Error('full');
    },
  };
  expect(keepWork(full, 'iris', { text: '', hints: {} })).toBe(false);
});
