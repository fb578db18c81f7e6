import { expect, test } from 'vitest';
import { Opcode } from '../../assembly/program/opcodes';
import { instruction, isShared, isWorthWaking } from './instruction';

const withWork = (work: number) => instruction(Opcode.Fill, [0, 0, 0], work);

test('a small instruction is for one thread, a large one for all', () => {
  expect([0, 1, 39_999, 40_000, 40_001, 1e12].map((work) => isShared(withWork(work)))).toEqual([
    false,
    false,
    false,
    true,
    true,
    true,
  ]);
});

test('a program wakes the other threads when its shared instructions have enough work together', () => {
  expect(isWorthWaking([])).toBe(false);
  expect(isWorthWaking([withWork(999_998)])).toBe(false);
  expect(isWorthWaking([withWork(1_000_000)])).toBe(true);
  expect(isWorthWaking(Array.from({ length: 25 }, () => withWork(40_000)))).toBe(true);
  expect(isWorthWaking(Array.from({ length: 1000 }, () => withWork(39_999)))).toBe(false);
  expect(isWorthWaking([withWork(1e12)])).toBe(true);
});
