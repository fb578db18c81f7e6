import { expect, test } from 'vitest';
import { body, functionType, i32, list, local, loopWhile, moduleOf, name, signed, type, unsigned } from './wasm';

test.each([
  [0, [0]],
  [127, [127]],
  [128, [0x80, 1]],
  [624485, [0xe5, 0x8e, 0x26]],
])('%d as an unsigned number', (value, bytes) => {
  expect(unsigned(value)).toEqual(bytes);
});

test.each([
  [0, [0]],
  [63, [63]],
  [64, [0xc0, 0]],
  [-64, [0x40]],
  [-123456, [0xc0, 0xbb, 0x78]],
])('%d as a signed number', (value, bytes) => {
  expect(signed(value)).toEqual(bytes);
});

test('a list says how long it is', () => {
  expect(list([[7], [8, 9]])).toEqual([2, 7, 8, 9]);
  expect(name('exp')).toEqual([3, 101, 120, 112]);
});

test('a module of these pieces is one that the engine runs', () => {
  // Counts its second parameter's steps of 16 from 0 up to the first.
  const counted = local.tee(2, i32.add(local.get(2), local.get(1)));
  const bytes = moduleOf({
    types: [functionType([type.i32, type.i32], [type.i32])],
    imports: [],
    functions: [[0]],
    exports: [[...name('count'), 0, 0]],
    code: [
      body(
        [{ count: 2, type: type.i32 }],
        [
          ...loopWhile(local.set(3, i32.add(local.get(3), i32.constant(1))), i32.isBelow(counted, local.get(0))),
          ...local.get(3),
        ],
      ),
    ],
  });
  const { count } = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as unknown as {
    count(end: number, step: number): number;
  };
  expect(count(64, 16)).toBe(4);
  expect(count(65, 16)).toBe(5);
});
