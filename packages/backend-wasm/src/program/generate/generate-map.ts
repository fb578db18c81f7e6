import { Access } from '../../../assembly/program/operations';
import { type Expression, operandsOf } from '../../kernels/elementwise/expression';
import { type LibraryFunction, libraryFunctions, operationCode } from './operation-code';
import {
  body,
  type Code,
  call,
  functionType,
  i32,
  local,
  loopWhile,
  moduleOf,
  name,
  type,
  unsigned,
  v128,
} from './wasm';

/**
 * The module of a function `compute(table, bytes)` that computes an expression over `bytes` bytes: `table` holds the addresses
 * of its inputs and outputs, one after the other. Four elements at a time are loaded, computed and stored.
 * What is the same for all elements is loaded once.
 */
export function generateMap({ inputs, operations, outputs }: Expression): Uint8Array<ArrayBuffer> {
  const isScalar = (input: number) => inputs[input]!.access === Access.Scalar;
  const table = local.get(0);
  const bytes = local.get(1);
  const offset = 2;
  const addressOf = (place: number) => 3 + place;
  const register = (index: number) => 3 + inputs.length + outputs.length + index;
  const here = (place: number) => i32.add(local.get(addressOf(place)), local.get(offset));

  const callLibrary = (functionName: LibraryFunction, ...operands: readonly Code[]) =>
    call(libraryFunctions.indexOf(functionName), ...operands);
  const compute = operations.map(({ operation, a, b, c }, index) => {
    const count = operandsOf(operation);
    const [x, y, z] = [a, b, c].map((word, at) => (at < count ? local.get(register(word)) : []));
    const immediates = { b: v128.splat(b), c: v128.splat(c) };
    const value = operationCode[operation]({ x: x!, y: y!, z: z!, ...immediates, call: callLibrary });
    return local.set(register(inputs.length + index), value);
  });
  const places = [...inputs.keys(), ...outputs.map((_, index) => inputs.length + index)];
  const code = [
    ...places.flatMap((place) => local.set(addressOf(place), i32.load(table, place * 4))),
    ...[...inputs.keys()]
      .filter(isScalar)
      .flatMap((input) => local.set(register(input), v128.load(local.get(addressOf(input))))),
    ...loopWhile(
      [
        ...[...inputs.keys()]
          .filter((input) => !isScalar(input))
          .flatMap((input) => local.set(register(input), v128.load(here(input)))),
        ...compute.flat(),
        ...outputs.flatMap((output, index) =>
          v128.store(here(inputs.length + index), local.get(register(output.register))),
        ),
      ],
      i32.isBelow(local.tee(offset, i32.add(local.get(offset), i32.constant(16))), bytes),
    ),
  ];
  return moduleOf({
    types: [
      functionType([type.i32, type.i32], []),
      functionType([type.v128], [type.v128]),
      functionType([type.v128, type.v128], [type.v128]),
    ],
    imports: [
      // The memory: shared, of up to 65,536 pages.
      [...name('env'), ...name('memory'), 2, 3, ...unsigned(1), ...unsigned(65536)],
      ...libraryFunctions.map((one) => [...name('kernels'), ...name(one), 0, one === 'powers' ? 2 : 1]),
    ],
    functions: [[0]],
    exports: [[...name('compute'), 0, ...unsigned(libraryFunctions.length)]],
    code: [
      body(
        [
          { count: 1 + places.length, type: type.i32 },
          { count: inputs.length + operations.length, type: type.v128 },
        ],
        code,
      ),
    ],
  });
}

/** What of an expression its code depends on: not where things lie, nor how many there are. */
export function shapeOf({ inputs, operations, outputs }: Expression): string {
  return JSON.stringify([
    inputs.map(({ access }) => access === Access.Scalar),
    operations.map(({ operation, a, b, c }) => [operation, a, b, c]),
    outputs.map(({ register }) => register),
  ]);
}
