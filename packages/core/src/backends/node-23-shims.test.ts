import util from 'node:util';
import { describe, expect, it } from 'vitest';
import { restoreRemovedUtilities } from './node-23-shims';

describe('restoreRemovedUtilities', () => {
  it('puts back what Node 23 removed', () => {
    const bare: Record<string, (value: unknown) => boolean> = {};
    expect(restoreRemovedUtilities(bare)).toContain('isNullOrUndefined');
    expect([null, undefined, 0, ''].map((value) => bare.isNullOrUndefined!(value))).toEqual([true, true, false, false]);
    expect([[], {}].map((value) => bare.isArray!(value))).toEqual([true, false]);
    expect([null, {}, () => 1].map((value) => bare.isObject!(value))).toEqual([false, true, false]);
  });

  it('leaves what is there', () => {
    const own = () => false;
    const partly = { isArray: own };
    expect(restoreRemovedUtilities(partly)).not.toContain('isArray');
    expect(partly.isArray).toBe(own);
  });

  it('makes this Node complete, and then has nothing more to do', () => {
    restoreRemovedUtilities();
    expect((util as unknown as Record<string, unknown>).isNullOrUndefined).toBeTypeOf('function');
    expect(restoreRemovedUtilities()).toEqual([]);
  });
});
