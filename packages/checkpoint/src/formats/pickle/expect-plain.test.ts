import { expect, it } from 'vitest';
import { expectPlain } from './expect-plain';
import type { ObjectArray, PythonValue } from './python-object';

const array = (...data: PythonValue[]): ObjectArray => ({ dtype: 'object', shape: [data.length], data });

it('lets plain values through, and takes arrays out of what held them', () => {
  const inner = { dtype: 'uint8' as const, shape: [1], data: Uint8Array.of(1) };
  const held = { kind: 'array', value: inner } as unknown as PythonValue;
  expect(expectPlain(array([1, 'a', null], held, [held]), 100, 'a')).toEqual(array([1, 'a', null], inner, [inner]));
});

it('refuses a list that holds itself', () => {
  const list: PythonValue[] = [];
  list.push(list);
  expect(() => expectPlain(array(list), 100, 'a.npy')).toThrow('a list that holds itself');
});

it('refuses lists that stand in so many places that walking them never ends', () => {
  let list: PythonValue[] = [1];
  for (let depth = 0; depth < 30; depth++) list = [list, list];
  expect(() => expectPlain(array(list), 100, 'a.npy')).toThrow('lists repeated far more often');
});

it('refuses functions and deep lists', () => {
  const named = { kind: 'global', name: 'dtype' } as unknown as PythonValue;
  expect(() => expectPlain(array(named), 100, 'a.npy')).toThrow('a function or class of Python');
  let list: PythonValue[] = [1];
  for (let depth = 0; depth < 100; depth++) list = [list];
  expect(() => expectPlain(array(list), 1000, 'a.npy')).toThrow('at most 32 lists within lists');
});
