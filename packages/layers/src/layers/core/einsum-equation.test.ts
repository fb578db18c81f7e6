import { describe, expect, test } from 'vitest';
import { einsumShapes } from './einsum-equation';

const shapes = (equation: string, outputShape: (number | null)[], biasAxes: string | null, input: (number | null)[]) =>
  einsumShapes("EinsumDense 'e'", { equation, outputShape, biasAxes }, input);

describe('einsumShapes', () => {
  test('tells kernel, bias and output', () => {
    expect(shapes('abc,cde->abde', [null, 3, 2], 'de', [null, 5, 4])).toEqual({
      equation: 'abc,cde->abde',
      kernel: [4, 3, 2],
      bias: [3, 2],
      output: [null, 5, 3, 2],
      inputAxes: [0],
      outputAxes: [1, 2],
    });
  });

  test('gives what ... stands for letters of their own', () => {
    expect(shapes('...x,xy->...y', [5], 'y', [null, 3, 4])).toMatchObject({
      equation: 'abx,xy->aby',
      kernel: [4, 5],
      bias: [5],
      output: [null, 3, 5],
    });
    expect(shapes('ab...,bc->ac...', [5], 'c', [null, 3, 4])).toMatchObject({
      equation: 'abd,bc->acd',
      kernel: [3, 5],
      bias: [5, 1],
      output: [null, 5, 4],
    });
  });

  test('says what does not fit', () => {
    const run =
      (...values: Parameters<typeof shapes>) =>
      () =>
        shapes(...values);
    expect(run('ab,bc', [3], null, [null, 2])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: EinsumDense 'e': \`equation\` must be of the form 'ab,bc->ac', '...ab,bc->...ac' or 'ab...,bc->ac...'. Received: 'ab,bc'. Put the input first, then the kernel, then what comes out.]`,
    );
    expect(run('ab,bc->ad', [3], null, [null, 2])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: EinsumDense 'e': letter 'd' of the output must be in the input or kernel. Received: 'ab,bc->ad'. Check the equation.]`,
    );
    expect(run('ab,bcd->ac', [3], null, [null, 2])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: EinsumDense 'e': letter 'd' of the kernel must be in the input or output. Received: 'ab,bcd->ac'. Check the equation.]`,
    );
    expect(run('ab,bc->ac', [3], 'z', [null, 2])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: EinsumDense 'e': \`biasAxes\` must be letters of the output. Received: 'z'. Leave out 'z'.]`,
    );
    expect(run('ab,bc->ac', [3], null, [null, 2, 2])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: EinsumDense 'e': \`equation\` 'ab,bc->ac' must name each axis of the input and of the output. Received: input (None, 2, 2), \`outputShape\` (3,). Leave the batch out of \`outputShape\`, and what \`...\` stands for.]`,
    );
    expect(run('abc,cd->abd', [7, 3], null, [null, 5, 4])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: EinsumDense 'e': axis 'b' of the output must be 5 long, as in the input. Received: 7. Pass null for it.]`,
    );
  });
});
