import { describe, expect, it } from 'vitest';
import { Table } from './table';

const table = new Table({ x: Float64Array.of(1, Number.NaN, 3), name: ['a', 'b', 'c'], y: Float64Array.of(4, 5, 6) });

describe('Table', () => {
  it('gives columns as they are', () => {
    expect([table.length, table.names]).toEqual([3, ['x', 'name', 'y']]);
    expect(table.numbers('y')).toEqual(Float64Array.of(4, 5, 6));
    expect(table.texts('name')).toEqual(['a', 'b', 'c']);
    expect(table.texts('x')).toEqual(['1', 'NaN', '3']);
    expect([table.isNumeric('x'), table.isNumeric('name')]).toEqual([true, false]);
  });

  it('puts numbers side by side', () => {
    expect(table.matrix(['y', 'x'])).toEqual({ data: Float32Array.of(4, 1, 5, Number.NaN, 6, 3), shape: [3, 2] });
  });

  it('takes rows, and leaves out those with unknown numbers', () => {
    expect(table.take([2, 0, 0]).texts('name')).toEqual(['c', 'a', 'a']);
    expect(table.withoutUnknown().rows()).toEqual([
      { x: 1, name: 'a', y: 4 },
      { x: 3, name: 'c', y: 6 },
    ]);
  });

  it('says what is wrong', () => {
    expect(() => table.numbers('name')).toThrow("Table, column 'name': numbers. Received: 'a'.");
    expect(() => table.numbers('z')).toThrow("one of the columns 'x', 'name', 'y'. Received: 'z'.");
    expect(() => table.isNumeric('toString')).toThrow('Received');
    expect(() => table.take([3])).toThrow('indices from 0 to 2. Received: 3.');
    expect(() => new Table({ a: ['1'], b: [] })).toThrow("columns of 1 values. Received: 0 in 'b'.");
  });
});
