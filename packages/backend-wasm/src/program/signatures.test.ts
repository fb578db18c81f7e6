import { expect, test } from 'vitest';
import { Opcode } from '../../assembly/program/opcodes';
import { expressionInstruction } from '../kernels/elementwise/expression';
import { headerWords } from '../threads/layout';
import { instruction } from './instruction';
import { rolesOf } from './signatures';

test('an expression has as many roles as arguments', () => {
  const input = { address: 16, access: 0, parameter: 0, lane: 0 };
  const expression = expressionInstruction({
    size: 5,
    inputs: [input, input],
    operations: [{ operation: 1, a: 0, b: 1, c: 0 }],
    outputs: [{ address: 32, register: 2, lane: 0 }],
  });
  expect(rolesOf(expression)).toBe('iiiiriiiriiiwiiiiii');
  expect(rolesOf(expression)).toHaveLength(expression.length - headerWords);
});

test('every other opcode writes somewhere', () => {
  const others = Object.values(Opcode).filter((value) => typeof value === 'number') as Opcode[];
  for (const opcode of others.filter((one) => one !== Opcode.Map && one !== Opcode.GeneratedMap)) {
    expect(rolesOf(instruction(opcode, [], 0))).toMatch(/^[rwuzif]*[wu][rwuzif]*$/);
  }
});
