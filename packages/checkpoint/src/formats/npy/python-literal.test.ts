import { describe, expect, it } from 'vitest';
import { parsePythonLiteral } from './python-literal';

describe('parsePythonLiteral', () => {
  it('reads what numpy writes', () => {
    expect(parsePythonLiteral("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }          \n")).toEqual(
      new Map<string, unknown>([
        ['descr', '<f4'],
        ['fortran_order', false],
        ['shape', [3, 4]],
      ]),
    );
  });

  it.each([
    ['()', []],
    ['(3,)', [3]],
    ['(3L, 4L)', [3, 4]],
    ['[1, [2]]', [1, [2]]],
    ['-12', -12],
    ['None', null],
    ['"a b"', 'a b'],
    ["[('a', '<i4')]", [['a', '<i4']]],
  ])('reads %s', (text, value) => {
    expect(parsePythonLiteral(text)).toEqual(value);
  });

  it.each([
    ["__import__('os').system('true')", '"__import__(\'" at character 0, where a value belongs'],
    ["{'shape': (3)}", '"}" at character 13, where \',\' belongs'],
    ['{1: 2}', '": 2}" at character 2, where a string as key belongs'],
    ["{'a': 1, 'a': 2}", '": 2}" at character 12, where no second key \'a\' belongs'],
    ["{'a': 1} x", '"x" at character 9, where the end belongs'],
    ["'a\\n'", '"\'a\\\\n\'" at character 0, where a plain string belongs'],
    ["{'a'", "the end at character 4, where ':' belongs"],
    ['1.5', '"1.5" at character 0, where a value belongs'],
    ['1 + 1', '"+ 1" at character 2, where the end belongs'],
    ['Truely', '"Truely" at character 0, where a value belongs'],
    ['', 'the end at character 0, where a value belongs'],
  ])('refuses %s', (text, message) => {
    expect(() => parsePythonLiteral(text)).toThrow(message);
  });

  it('does not follow brackets without end', () => {
    expect(() => parsePythonLiteral('('.repeat(100_000))).toThrow('an end of the nesting belongs');
  });
});
