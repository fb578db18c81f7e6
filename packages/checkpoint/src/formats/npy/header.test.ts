import { describe, expect, it } from 'vitest';
import { readNpyHeader } from './header';

const ascii = (text: string) => new TextEncoder().encode(text);

function file(header: string, version = [1, 0]): Uint8Array {
  const length = version[0] === 1 ? [header.length, 0] : [header.length, 0, 0, 0];
  return Uint8Array.from([0x93, ...ascii('NUMPY'), ...version, ...length, ...ascii(header)]);
}

describe('readNpyHeader', () => {
  it.each([
    [[1, 0], 65],
    [[2, 0], 67],
    [[3, 0], 67],
  ])('reads version %j', (version, dataStart) => {
    expect(readNpyHeader(file("{'descr':'<f4','fortran_order':False,'shape':(3,4)}    ", version), 'a.npy')).toEqual({
      elements: { kind: 'number', dtype: 'float32', size: 4, bigEndian: false },
      shape: [3, 4],
      count: 12,
      fortranOrder: false,
      dataStart,
    });
  });

  it.each([
    ["{'descr':'<f4','fortran_order':False}", 'a header with the keys descr, fortran_order, shape'],
    ["{'descr':'<f4','fortran_order':False,'shape':(3,),'x':1}", "Received: 'descr', 'fortran_order', 'shape', 'x'."],
    ["{'descr':'<f4','fortran_order':0,'shape':(3,)}", '`fortran_order` True or False'],
    ["{'descr':'<f4','fortran_order':False,'shape':3}", 'a `shape` of whole numbers'],
    ["{'descr':'<f4','fortran_order':False,'shape':(-3,4)}", 'Received: (-3, 4).'],
    ["{'descr':'<f4','fortran_order':False,'shape':(4611686018427387904,4)}", 'whose product is below 2^53'],
    ['[1]', 'a header that is a Python dictionary of plain values'],
    ["exec('x')", 'a header that is a Python dictionary of plain values'],
  ])('refuses %s', (header, message) => {
    expect(() => readNpyHeader(file(header), 'a.npy')).toThrow(message);
  });

  it('refuses other magic, other versions and torn headers', () => {
    expect(() => readNpyHeader(new Uint8Array(), 'a.npy')).toThrow('Received: an empty file.');
    expect(() => readNpyHeader(ascii('PK\u0003\u0004'), 'a.npy')).toThrow('Received: bytes 50 4b 03 04.');
    expect(() => readNpyHeader(file('{}', [9, 0]), 'a.npy')).toThrow('Received: version 9.0.');
    expect(() => readNpyHeader(file('{}').subarray(0, 9), 'a.npy')).toThrow('a header length');
    expect(() => readNpyHeader(file('{}').subarray(0, 11), 'a.npy')).toThrow(
      'a header of 2 bytes. Received: 1 bytes until the end of the file.',
    );
  });
});
