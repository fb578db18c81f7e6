import { describe, expect, it } from 'vitest';
import { parseCsv } from './csv';

describe('parseCsv', () => {
  it('reads numbers and texts, each column of one kind', () => {
    const table = parseCsv('a,b,c\n1,x,1e3\n-2.5,,\n,2, 7 \n');
    expect(table.numbers('a')).toEqual(Float64Array.of(1, -2.5, Number.NaN));
    expect(table.texts('b')).toEqual(['x', '', '2']);
    expect(table.numbers('c')).toEqual(Float64Array.of(1000, Number.NaN, 7));
  });

  it('reads quotes as RFC 4180 says: delimiters, line ends and doubled quotes inside', () => {
    const table = parseCsv('name,note\r\n"a, b","say ""hi""\r\nthere"\r\n');
    expect(table.rows()).toEqual([{ name: 'a, b', note: 'say "hi"\r\nthere' }]);
  });

  it('takes names, delimiter and unknown values from the options', () => {
    const table = parseCsv('1\t-\n2\t3', { names: ['a', 'b'], delimiter: '\t', unknown: ['-'] });
    expect(table.numbers('b')).toEqual(Float64Array.of(Number.NaN, 3));
  });

  it('leaves quotes alone where they are text', () => {
    expect(parseCsv('t\n"never ends', { quotes: false }).texts('t')).toEqual(['"never ends']);
  });

  it('passes over a mark of byte order and empty lines', () => {
    expect(parseCsv('\ufeffa\n1\n\n2\n').numbers('a')).toEqual(Float64Array.of(1, 2));
  });

  it('keeps a column of unknown values as text', () => {
    expect(parseCsv('a,b\n?,1').texts('a')).toEqual(['?']);
  });

  it.each([
    ['a,b\n1,2\n3', 'f.csv: 2 values in each row. Received: 1 in row 2 of the data.'],
    ['a,a\n1,2', "a name of its own for each column. Received: 'a' twice."],
    ['a\n"x', 'whole CSV. Received: Quoted field unterminated'],
    ['', 'a first line with names. Received: no line at all.'],
  ])('refuses %j', (text, message) => {
    expect(() => parseCsv(text, {}, 'f.csv')).toThrow(message);
  });

  it('refuses an unknown option', () => {
    // @ts-expect-error: an option that does not exist
    expect(() => parseCsv('a\n1', { delimeter: ';' })).toThrow('Did you mean `delimiter`?');
  });
});
