import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../sources/byte-source';
import { joinPieces } from '../../../write-pieces';
import { bytesOfArray, bytesPerElement, type NumericDtype } from '../../stored-array';
import { openHdf5 } from '../read/hdf5-file';
import { type DatasetToWrite, type GroupToWrite, planHdf5 } from './plan-hdf5';

async function write(root: GroupToWrite) {
  const plan = planHdf5(root);
  const pieces: Uint8Array[] = [];
  for await (const piece of plan.pieces()) pieces.push(piece);
  const bytes = joinPieces(pieces);
  expect(bytes).toHaveLength(plan.size);
  return openHdf5(bytesSource(bytes, 'a.h5'));
}

function dataset(dtype: NumericDtype, shape: number[], attributes?: [string, string][]): DatasetToWrite {
  const size = bytesPerElement[dtype] * shape.reduce((product, length) => product * length, 1);
  const bytes = Uint8Array.from({ length: size }, (_, index) => (dtype === 'bool' ? index % 2 : index));
  return { dtype, shape, attributes: new Map(attributes), read: () => bytes };
}

describe('planHdf5', () => {
  it.each<[NumericDtype, number[]]>([
    ['float32', [3, 4]],
    ['float64', [2]],
    ['float16', [5]],
    ['int64', []],
    ['uint8', [7]],
    ['int32', [0, 3]],
    ['bool', [3]],
    ['complex64', [2]],
  ])('writes %s of shape [%s]', async (dtype, shape) => {
    const wanted = dataset(dtype, shape);
    const root = await write({ children: new Map([['x', wanted]]) });
    const array = await (await root.datasets()).get('x')!.read();
    expect(array).toMatchObject({ dtype, shape });
    expect(bytesOfArray(array)).toEqual(await wanted.read());
  });

  it('writes bfloat16 as Keras does, with a note', async () => {
    const children = new Map([['x', dataset('bfloat16', [3], [['dtype', 'bfloat16']])]]);
    expect(await (await (await write({ children })).datasets()).get('x')!.read()).toMatchObject({ dtype: 'bfloat16' });
    expect(() => planHdf5({ children: new Map([['x', dataset('bfloat16', [3])]]) })).toThrow(/needs an attribute/);
  });

  it.each([0, 1, 8, 9, 256, 257, 9000])('writes a group of %i names', async (count) => {
    const names = Array.from({ length: count }, (_, index) => `dense_${index}`);
    const root = await write({ children: new Map(names.map((name) => [name, { children: new Map() }])) });
    expect((await root.names()).sort()).toEqual([...names].sort());
  });

  it('writes attributes: text, lists, long ones, and an empty list', async () => {
    const long = 'ü'.repeat(200_000);
    const attributes = new Map<string, string | string[]>([
      ['name', 'Grüße'],
      ['list', ['a', '', 'c']],
      ['long', long],
      ['none', []],
    ]);
    const root = await write({ attributes, children: new Map() });
    expect((await root.attribute('name'))?.data).toEqual(['Grüße']);
    expect(await root.attribute('list')).toMatchObject({ shape: [3], data: ['a', '', 'c'] });
    expect((await root.attribute('long'))?.data).toEqual([long]);
    expect(await root.attribute('none')).toMatchObject({ dtype: 'float64', shape: [0] });
  });

  it('refuses a list that no message can hold, and elements of another size', async () => {
    const attributes = new Map([['list', Array.from({ length: 5000 }, () => 'x')]]);
    expect(() => planHdf5({ attributes, children: new Map() })).toThrow("HDF5 attribute 'list': at most 4092 texts");
    const wrong = { ...dataset('float32', [2]), read: () => new Uint8Array(4) };
    await expect(write({ children: new Map([['x', wrong]]) })).rejects.toThrow('8 bytes of elements. Received: 4.');
  });
});
