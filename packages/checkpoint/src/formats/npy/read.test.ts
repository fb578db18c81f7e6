import { describe, expect, it } from 'vitest';
import {
  asExpected,
  describeWithFixtures,
  type ExpectedArray,
  listFixtures,
  readExpected,
  readFixture,
} from '../../testing/fixtures';
import { readNpy } from './read';

describe('readNpy', () => {
  it('reads a file of version 1.0', () => {
    const data = new Uint8Array(new Float32Array([1, 2, 3, 4, 5, 6]).buffer);
    expect(readNpy(npy("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }", data))).toEqual({
      dtype: 'float32',
      shape: [2, 3],
      data: new Float32Array([1, 2, 3, 4, 5, 6]),
    });
  });

  it('puts column-major big-endian data in order', () => {
    const data = Uint8Array.from([0, 1, 0, 4, 0, 2, 0, 5, 0, 3, 0, 6]);
    const array = readNpy(npy("{'descr': '>i2', 'fortran_order': True, 'shape': (2, 3)}", data));
    expect(array.data).toEqual(new Int16Array([1, 2, 3, 4, 5, 6]));
  });

  it('reverses the two halves of a big-endian complex number separately', () => {
    const data = Uint8Array.from([0x3f, 0x80, 0, 0, 0x40, 0, 0, 0]);
    expect(readNpy(npy("{'descr': '>c8', 'fortran_order': False, 'shape': ()}", data)).data).toEqual(
      new Float32Array([1, 2]),
    );
  });

  it('keeps 64-bit integers exact', () => {
    const data = new Uint8Array(new BigInt64Array([2n ** 53n + 1n]).buffer);
    const array = readNpy(npy("{'descr': '<i8', 'fortran_order': False, 'shape': (1,)}", data));
    expect(array.data).toEqual(new BigInt64Array([9007199254740993n]));
  });

  it('refuses a file that is too short, before taking memory for it', () => {
    const header = "{'descr': '<f8', 'fortran_order': False, 'shape': (1000000, 100000)}";
    expect(() => readNpy(npy(header, new Uint8Array(8)), 'big.npy')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: big.npy: 800000000000 bytes of data (100000000000 elements of 8 bytes). Received: 8. The file is damaged or was not fully written: fetch or write it again.]`,
    );
  });

  it('refuses bytes after the data', () => {
    const header = "{'descr': '|u1', 'fortran_order': False, 'shape': (2,)}";
    expect(() => readNpy(npy(header, new Uint8Array(3)))).toThrow(
      '2 bytes of data (2 elements of 1 bytes). Received: 3.',
    );
  });

  it('refuses a billion texts of no length', () => {
    const header = "{'descr': '<U0', 'fortran_order': False, 'shape': (1000000000,)}";
    expect(() => readNpy(npy(header, new Uint8Array(0)))).toThrow('at most 1,000,000 empty texts');
  });

  it('refuses text that is not Unicode', () => {
    const header = "{'descr': '<U1', 'fortran_order': False, 'shape': (1,)}";
    expect(() => readNpy(npy(header, Uint8Array.from([0, 0, 0x11, 0])))).toThrow('Received: character 110000.');
  });
});

describeWithFixtures('readNpy on files of NumPy', () => {
  it.each(['fortran.npy', 'scalar.npy', 'version2.npy'])('reads %s', (name) => {
    const expected = readExpected<{ files: Record<string, ExpectedArray> }>('arrays').files[name];
    expect(asExpected(readNpy(readFixture(`arrays/${name}`)))).toEqual(expected);
  });

  it('refuses records by name', () => {
    expect(() => readNpy(readFixture('arrays/version3_structured.npy'), 'a.npy')).toThrow(
      'records (a structured array)',
    );
  });

  it.each(listFixtures('damaged', /\.npy$/))('refuses %s at once, naming it', (name) => {
    const bytes = readFixture(`damaged/${name}`);
    const start = performance.now();
    expect(() => readNpy(bytes, name)).toThrow(expect.objectContaining({ name: 'TenlabError', place: name }));
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

function npy(header: string, data: Uint8Array): Uint8Array {
  const text = new TextEncoder().encode(`${header.padEnd(117)}\n`);
  return Uint8Array.from([0x93, ...new TextEncoder().encode('NUMPY'), 1, 0, text.length, 0, ...text, ...data]);
}
