/**
 * The few pieces of WebAssembly's binary format that generated functions are made of. Code is a list of bytes; an expression is
 * the code that leaves its value on the stack.
 */
export type Code = readonly number[];

/** An unsigned number of any length (LEB128). */
export function unsigned(value: number): Code {
  const bytes: number[] = [];
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
  return [...bytes, value];
}

/** A signed number of any length (LEB128). */
export function signed(value: number): Code {
  const bytes: number[] = [];
  for (; value < -64 || value > 63; value >>= 7) bytes.push((value & 127) | 128);
  return [...bytes, value & 127];
}

/** A list: its length and its members. */
export function list(members: readonly Code[]): Code {
  return [...unsigned(members.length), ...members.flat()];
}

/** A name, of ASCII letters. */
export function name(text: string): Code {
  return list([...text].map((letter) => [letter.charCodeAt(0)]));
}

/** The types of values. */
export const type = { i32: 0x7f, v128: 0x7b } as const;

/** A function's type. */
export function functionType(parameters: readonly number[], results: readonly number[]): Code {
  return [0x60, ...list(parameters.map((one) => [one])), ...list(results.map((one) => [one]))];
}

/** The parts of a module that there are here, with their numbers; they stand in this order. */
const sections = { types: 1, imports: 2, functions: 3, exports: 7, code: 10 } as const;

/** A module of these sections. */
export function moduleOf(
  parts: { readonly [section in keyof typeof sections]: readonly Code[] },
): Uint8Array<ArrayBuffer> {
  const bytes = Object.entries(sections).flatMap(([section, number]) => {
    const content = list(parts[section as keyof typeof sections]);
    return [number, ...unsigned(content.length), ...content];
  });
  return new Uint8Array([0, ...new TextEncoder().encode('asm'), 1, 0, 0, 0, ...bytes]);
}

/** A function's body: how many locals of each type it has besides its parameters, and its code. */
export function body(locals: readonly { readonly count: number; readonly type: number }[], code: Code): Code {
  const content = [...list(locals.map(({ count, type }) => [...unsigned(count), type])), ...code, 0x0b];
  return [...unsigned(content.length), ...content];
}

/** Reads, sets, or sets and reads a parameter or local. */
export const local = {
  get: (index: number): Code => [0x20, ...unsigned(index)],
  set: (index: number, value: Code): Code => [...value, 0x21, ...unsigned(index)],
  tee: (index: number, value: Code): Code => [...value, 0x22, ...unsigned(index)],
};

/** Calls a function by its index. */
export function call(index: number, ...operands: readonly Code[]): Code {
  return [...operands.flat(), 0x10, ...unsigned(index)];
}

/** Does something over and over while the condition at its end is true. */
export function loopWhile(code: Code, condition: Code): Code {
  return [0x03, 0x40, ...code, ...condition, 0x0d, 0, 0x0b];
}

/** Whole numbers of 32 bits. */
export const i32 = {
  constant: (value: number): Code => [0x41, ...signed(value)],
  load: (address: Code, offset: number): Code => [...address, 0x28, 2, ...unsigned(offset)],
  add: (a: Code, b: Code): Code => [...a, ...b, 0x6a],
  isBelow: (a: Code, b: Code): Code => [...a, ...b, 0x49],
};

const simd =
  (opcode: number) =>
  (...operands: readonly Code[]): Code => [...operands.flat(), 0xfd, ...unsigned(opcode)];

/** 128 bits, whatever they are. */
export const v128 = {
  load: (address: Code): Code => [...address, 0xfd, 0x00, 4, 0],
  store: (address: Code, value: Code): Code => [...address, ...value, 0xfd, 0x0b, 4, 0],
  /** The same 32-bit word four times. */
  splat: (word: number): Code => {
    const bytes = [word, word >> 8, word >> 16, word >> 24].map((byte) => byte & 255);
    return [0xfd, 0x0c, ...bytes, ...bytes, ...bytes, ...bytes];
  },
  and: simd(0x4e),
  or: simd(0x50),
  xor: simd(0x51),
  bitselect: simd(0x52),
};

/** Four floats. */
export const f32x4 = {
  eq: simd(0x41),
  ne: simd(0x42),
  lt: simd(0x43),
  gt: simd(0x44),
  le: simd(0x45),
  ge: simd(0x46),
  ceil: simd(0x67),
  floor: simd(0x68),
  nearest: simd(0x6a),
  abs: simd(0xe0),
  neg: simd(0xe1),
  sqrt: simd(0xe3),
  add: simd(0xe4),
  sub: simd(0xe5),
  mul: simd(0xe6),
  div: simd(0xe7),
  min: simd(0xe8),
  max: simd(0xe9),
  fromIntegers: simd(0xfa),
};

/** Four whole numbers. */
export const i32x4 = {
  eq: simd(0x37),
  ne: simd(0x38),
  lt: simd(0x39),
  gt: simd(0x3b),
  le: simd(0x3d),
  ge: simd(0x3f),
  neg: simd(0xa1),
  add: simd(0xae),
  sub: simd(0xb1),
  mul: simd(0xb5),
  min: simd(0xb6),
  max: simd(0xb8),
  fromFloats: simd(0xf8),
};
