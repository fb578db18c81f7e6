import { inWords, TenlabError } from '@tenlab/core';
import { formatShape, type Shape } from '../../graph/shape';

/** What an equation such as `abc,cd->abd` says about shapes, once the shape of the input is known. */
export interface EinsumShapes {
  /** The equation with letters for the axes that `...` stands for. */
  equation: string;
  kernel: Shape;
  bias: Shape | null;
  output: Shape;
  /** The kernel's axes that are summed over, and those that the output has: what its fans are counted by. */
  inputAxes: number[];
  outputAxes: number[];
}

const FORMS = [
  { form: /^([a-zA-Z]+),([a-zA-Z]+)->([a-zA-Z]+)$/, elided: 'none' },
  { form: /^0([a-zA-Z]+),([a-zA-Z]+)->0([a-zA-Z]+)$/, elided: 'left' },
  { form: /^([a-zA-Z]{2,})0,([a-zA-Z]+)->([a-zA-Z]+)0$/, elided: 'right' },
] as const;

/**
 * Works out the shapes of an `EinsumDense` as Keras does. `outputShape` is that of a sample, without the axes of `...`; null where
 * the input tells.
 *
 * Throws on equations of another form, on letters that lead nowhere, and on shapes that do not fit.
 */
export function einsumShapes(
  place: string,
  { equation, outputShape, biasAxes }: { equation: string; outputShape: Shape; biasAxes: string | null },
  inputShape: Shape,
): EinsumShapes {
  const fail = (expected: string, received: unknown, remedy: string): never => {
    throw new TenlabError({ code: 'invalid-argument', place, expected, received, remedy });
  };
  const { input, kernel, output, elided } = parse(equation, inputShape.length, fail);
  if (input.length !== inputShape.length || output.length !== outputShape.length + elided.count + 1 - elided.inBatch) {
    fail(
      `\`equation\` '${equation}' must name each axis of the input and of the output`,
      inWords(`input ${formatShape(inputShape)}, \`outputShape\` ${formatShape(outputShape)}`),
      'Leave the batch out of `outputShape`, and what `...` stands for.',
    );
  }
  const full = fullOutput(inputShape, outputShape, elided);
  const lengthOf = new Map<string, number | null>();
  for (const [i, letter] of input.entries()) lengthOf.set(letter, inputShape[i] ?? null);
  for (const [i, letter] of output.entries()) {
    const given = full[i] ?? null;
    const known = lengthOf.get(letter);
    if (known === undefined && !kernel.includes(letter)) {
      fail(`letter '${letter}' of the output must be in the input or kernel`, equation, 'Check the equation.');
    }
    if (given !== null && known !== undefined && known !== null && given !== known) {
      fail(`axis '${letter}' of the output must be ${known} long, as in the input`, given, 'Pass null for it.');
    }
    lengthOf.set(letter, known ?? given);
  }
  const lost = kernel.find((letter) => !lengthOf.has(letter));
  if (lost) fail(`letter '${lost}' of the kernel must be in the input or output`, equation, 'Check the equation.');
  const stray = [...(biasAxes ?? '')].find((letter) => !output.includes(letter));
  if (stray) fail('`biasAxes` must be letters of the output', biasAxes, `Leave out '${stray}'.`);
  const lengths = (letters: readonly string[]) => letters.map((letter) => lengthOf.get(letter) ?? null);
  const axesOf = (isOutput: boolean) =>
    kernel.flatMap((letter, axis) => (output.includes(letter) === isOutput ? [axis] : []));
  const firstOfBias = output.findIndex((letter) => biasAxes?.includes(letter));
  return {
    equation: `${input.join('')},${kernel.join('')}->${output.join('')}`,
    kernel: lengths(kernel),
    bias: biasAxes
      ? output.slice(firstOfBias).map((letter) => (biasAxes.includes(letter) ? (lengthOf.get(letter) ?? null) : 1))
      : null,
    output: lengths(output),
    inputAxes: axesOf(false),
    outputAxes: axesOf(true),
  };
}

interface Elided {
  side: 'none' | 'left' | 'right';
  /** How many axes `...` stands for. */
  count: number;
  /** 1 when the batch is among them. */
  inBatch: number;
}

type Fail = (expected: string, received: unknown, remedy: string) => never;

function parse(equation: string, rank: number, fail: Fail) {
  const plain = equation.replaceAll(' ', '').replaceAll('...', '0');
  for (const { form, elided: side } of FORMS) {
    const match = form.exec(plain);
    if (!match) continue;
    const [input, kernel, output] = match.slice(1).map((term) => [...term]) as [string[], string[], string[]];
    const used = new Set([...input, ...kernel, ...output]);
    const count = side === 'none' ? 0 : Math.max(rank - input.length, 0);
    const letters = [...'abcdefghijklmnopqrstuvwxyz'].filter((letter) => !used.has(letter)).slice(0, count);
    const extend = (term: string[]) => (side === 'left' ? [...letters, ...term] : [...term, ...letters]);
    const elided: Elided = { side, count, inBatch: side === 'left' && count > 0 ? 1 : 0 };
    return { input: extend(input), kernel, output: extend(output), elided };
  }
  return fail(
    "`equation` must be of the form 'ab,bc->ac', '...ab,bc->...ac' or 'ab...,bc->ac...'",
    equation,
    'Put the input first, then the kernel, then what comes out.',
  );
}

function fullOutput(inputShape: Shape, outputShape: Shape, { side, count }: Elided): Shape {
  const [batch = null] = inputShape;
  if (side === 'left') return [batch, ...inputShape.slice(1, Math.max(count, 1)), ...outputShape];
  return [batch, ...outputShape, ...inputShape.slice(inputShape.length - count)];
}
