import type { DataType, TensorInfo } from '@tensorflow/tfjs-core';
import { Opcode } from '../../../assembly/program/opcodes';
import { Access, Lane, Operation } from '../../../assembly/program/operations';
import type { GeneratedFunction } from '../../program/generate/functions';
import { type Instruction, instruction } from '../../program/instruction';
import { headerWords } from '../../threads/layout';

/** An input of an expression: where it lies and how element i of the result finds its value. */
export interface ExpressionInput {
  readonly address: number;
  readonly access: Access;
  readonly parameter: number;
  readonly lane: Lane;
}

/** One operation: a, b and c are registers (inputs first, then earlier operations) or immediate words. */
export interface ExpressionOperation {
  readonly operation: Operation;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** An output: the register it takes and where it goes. */
export interface ExpressionOutput {
  readonly address: number;
  readonly register: number;
  readonly lane: Lane;
}

/** An element-wise computation over `size` elements; the instruction `Map` of `assembly/kernels/map.ts`. */
export interface Expression {
  readonly size: number;
  readonly inputs: readonly ExpressionInput[];
  readonly operations: readonly ExpressionOperation[];
  readonly outputs: readonly ExpressionOutput[];
}

/** How many of an operation's three words are registers; the rest are immediates. */
export function operandsOf(operation: Operation): number {
  if (operation === Operation.Select) return 3;
  return operation <= Operation.Xor || operation === Operation.EluGradient ? 2 : 1;
}

/** Registers an expression may have: their blocks fit a thread's scratch. */
export const maxRegisters = 240;

/** The instruction that computes an expression. */
export function expressionInstruction({ size, inputs, operations, outputs }: Expression): Instruction {
  const args = [size, inputs.length, operations.length, outputs.length];
  for (const { address, access, parameter, lane } of inputs) args.push(address, access, parameter, lane);
  for (const { address, register, lane } of outputs) args.push(address, register, lane);
  for (const { operation, a, b, c } of operations) args.push(operation, a, b, c);
  return instruction(Opcode.Map, args, size * operations.length * 2);
}

/** Where the addresses of inputs and outputs stand among the arguments of an expression's instruction. */
export const places = {
  input: (index: number) => 4 + index * 4,
  output: (inputs: number, index: number) => 4 + inputs * 4 + index * 3,
} as const;

/** The expression that an instruction computes; nothing where it is none. */
export function parseExpression(words: Instruction): Expression | undefined {
  if (words[0] !== Opcode.Map) return undefined;
  let at = headerWords;
  const take = (count: number) => {
    at += count;
    return words.subarray(at - count, at) as unknown as number[];
  };
  const rows = (count: number, length: number) => Array.from({ length: count }, () => [...take(length)]);
  const [size, inputCount, operationCount, outputCount] = take(4);
  const inputs = rows(inputCount!, 4) as [number, number, number, number][];
  const outputs = rows(outputCount!, 3) as [number, number, number][];
  const operations = rows(operationCount!, 4) as [number, number, number, number][];
  return {
    size: size!,
    inputs: inputs.map(([address, access, parameter, lane]) => ({ address, access, parameter, lane })),
    operations: operations.map(([operation, a, b, c]) => ({ operation, a, b, c })),
    outputs: outputs.map(([address, register, lane]) => ({ address, register, lane })),
  };
}

/** The instruction `GeneratedMap`: like `words`, whose expression it computes, with a function in the place of operations. */
export function generatedInstruction(words: Instruction, { index, code }: GeneratedFunction): Instruction {
  const { inputs, outputs } = parseExpression(words)!;
  const end = headerWords + places.output(inputs.length, outputs.length);
  const generated = new Int32Array(end + 1);
  generated.set(words.subarray(0, end));
  generated[0] = Opcode.GeneratedMap;
  generated[1] = generated.length;
  generated[headerWords + 2] = index;
  generated[end] = code;
  return generated;
}

/** What a tensor of this dtype consists of, as the kernels see it; nothing for complex64 and string. */
export function laneOf(dtype: DataType): Lane | undefined {
  return dtype === 'float32'
    ? Lane.Float
    : dtype === 'int32'
      ? Lane.Integer
      : dtype === 'bool'
        ? Lane.Truth
        : undefined;
}

/** How a tensor of `shape` is read in a broadcast to `outShape`; nothing where its ones lie in between other axes. */
export function accessOf(
  shape: readonly number[],
  outShape: readonly number[],
): { access: Access; parameter: number } | undefined {
  const size = product(shape);
  if (size === product(outShape)) return { access: Access.Same, parameter: 0 };
  if (size === 1) return { access: Access.Scalar, parameter: 0 };
  const aligned = [...Array<number>(outShape.length - shape.length).fill(1), ...shape];
  const firstLong = aligned.findIndex((length) => length !== 1);
  if (aligned.every((length, axis) => axis < firstLong || length === outShape[axis]))
    return { access: Access.Cycle, parameter: size };
  const afterLong = aligned.findLastIndex((length) => length !== 1) + 1;
  if (aligned.every((length, axis) => axis >= afterLong || length === outShape[axis])) {
    return { access: Access.Stretch, parameter: product(outShape.slice(afterLong)) };
  }
  return undefined;
}

/** An expression's input for a tensor, or nothing where it cannot be one. */
export function inputOf(tensor: TensorInfo, address: number, outShape: readonly number[]): ExpressionInput | undefined {
  const lane = laneOf(tensor.dtype);
  const access = accessOf(tensor.shape, outShape);
  return lane === undefined || !access ? undefined : { address, lane, ...access };
}

function product(lengths: readonly number[]): number {
  return lengths.reduce((size, length) => size * length, 1);
}
