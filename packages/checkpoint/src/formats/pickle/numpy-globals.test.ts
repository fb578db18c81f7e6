import { describe, expect, it } from 'vitest';
import { buildObject, callGlobal, findGlobal } from './numpy-globals';
import type { StackValue } from './python-object';

const dtype = (code: string): StackValue => ({ kind: 'dtype', code, order: '<' });

describe('findGlobal', () => {
  it('knows the arrays of both NumPys', () => {
    expect(findGlobal('numpy.core.multiarray', '_reconstruct', 'a').name).toBe('reconstruct');
    expect(findGlobal('numpy._core.multiarray', '_reconstruct', 'a').name).toBe('reconstruct');
  });

  it.each([
    ['os', 'system'],
    ['builtins', 'eval'],
    ['numpy', 'load'],
    ['__proto__', 'x'],
  ])('refuses %s.%s by its name', (module, name) => {
    expect(() => findGlobal(module, name, 'a.npz')).toThrow(`Received: '${module}.${name}'.`);
  });
});

describe('callGlobal and buildObject', () => {
  it('make an array of numbers', () => {
    const array = callGlobal({ kind: 'global', name: 'reconstruct' }, [{ kind: 'global', name: 'ndarray' }], 'a');
    const state = [1, [2], dtype('i2'), false, Uint8Array.of(1, 0, 2, 0)];
    expect(buildObject(array, state, 'a')).toEqual({
      kind: 'array',
      value: { dtype: 'int16', shape: [2], data: Int16Array.of(1, 2) },
    });
  });

  it('make bytes of text, as protocols before 3 do', () => {
    expect(callGlobal({ kind: 'global', name: 'encode' }, ['aÿ', 'latin1'], 'a')).toEqual(Uint8Array.of(0x61, 0xff));
  });

  it('refuse other calls and states', () => {
    expect(() => callGlobal({ kind: 'global', name: 'ndarray' }, [], 'a')).toThrow('a call that makes an array');
    expect(() => buildObject(5, [], 'a')).toThrow('the state of an array or a dtype');
    const array = { kind: 'array' as const, value: undefined };
    expect(() => buildObject(array, [1, [2 ** 40], dtype('O'), false, []], 'a')).toThrow('a list of 1099511627776');
    expect(() => buildObject(array, [1, [2 ** 40], dtype('f4'), false, new Uint8Array(4)], 'a')).toThrow(
      '4398046511104 bytes of data',
    );
    expect(() => buildObject({ kind: 'dtype', code: 'V8', order: '|' }, [3, '|', null, ['a']], 'a')).toThrow('records');
  });
});
