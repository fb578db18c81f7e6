import { expect, it } from 'vitest';
import { readDocComment } from './doc-comment';

it('takes a comment apart', () => {
  const doc = readDocComment(`/**
   * Divides: \`a / b\`.
   *
   * Shapes: all the same.
   *
   * @param a what is divided
   * @returns the share
   * @throws RangeError for zero,
   *   whatever its sign
   * @example
   * divide(4, 2); // 2
   *
   * Source: Euclid.
   */`);
  expect(doc).toEqual({
    text: 'Divides: `a / b`.\n\nShapes: all the same.\n\nSource: Euclid.',
    params: [{ name: 'a', text: 'what is divided' }],
    returns: 'the share',
    throws: ['RangeError for zero,\n  whatever its sign'],
    examples: ['divide(4, 2); // 2'],
  });
  expect(readDocComment('/** One line. */').text).toBe('One line.');
  expect(readDocComment(undefined).text).toBe('');
});

it('leaves a program whole that has empty lines', () => {
  expect(readDocComment('/**\n * @example\n * a();\n *\n * b();\n */').examples).toEqual(['a();\n\nb();']);
});
