import { expect, it } from 'vitest';
import { storeOf } from './store-of';

it('takes the store of the browser', () => {
  const own = storeOf(() => new Map() as never);
  expect(own.lasts).toBe(true);
});

it('keeps things in memory where the browser has none', () => {
  const store = storeOf(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  store.setItem('a', '1');
  expect([store.lasts, store.getItem('a'), store.getItem('b')]).toEqual([false, '1', null]);
  store.removeItem('a');
  expect(store.getItem('a')).toBeNull();
});
