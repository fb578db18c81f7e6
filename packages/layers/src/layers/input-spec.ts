import { inWords, TenlabError } from '@tenlab/core';
import { axisOf, formatShape, type Shape } from '../graph/shape';

/** What a layer accepts as one of its inputs. Keras class: `keras.InputSpec`. */
export interface InputSpec {
  /** The exact number of axes. */
  ndim?: number;
  minNdim?: number;
  maxNdim?: number;
  /** Lengths that some axes must have; negative axes count from the end. */
  axes?: Readonly<Record<number, number | null>>;
  /** The whole shape; null fits any length. */
  shape?: Shape;
  /** With `shape`: a last axis of length 1 may be left out or added. */
  allowLastAxisSqueeze?: boolean;
  name?: string;
}

/** Throws when a shape is not one that the spec allows; `place` names the layer. */
export function expectInput(place: string, spec: InputSpec, shape: Shape): void {
  const fail = (expected: string, remedy: string): never => {
    throw new TenlabError({
      code: 'invalid-shape',
      place,
      expected: spec.name ? `${expected} for input '${spec.name}'` : expected,
      received: inWords(`shape ${formatShape(shape)}`),
      remedy,
    });
  };
  const { ndim, minNdim, maxNdim } = spec;
  if (ndim !== undefined && shape.length !== ndim) {
    fail(`the input must have ${ndim} axes`, `The first axis is the batch; ${rankRemedy(ndim, shape.length)}`);
  }
  if (minNdim !== undefined && shape.length < minNdim) {
    fail(`the input must have at least ${minNdim} axes`, 'The first axis is the batch; add the axes that are missing.');
  }
  if (maxNdim !== undefined && shape.length > maxNdim) {
    fail(`the input must have at most ${maxNdim} axes`, 'Flatten or reshape it first.');
  }
  for (const [key, length] of Object.entries(spec.axes ?? {})) {
    const given = shape[axisOf(Number(key), shape.length)];
    if (length === null || given === null || given === length) continue;
    fail(
      `axis ${key} of the input must have length ${length}`,
      'Give it data of the shape it was built for, or build a new layer.',
    );
  }
  if (spec.shape && !fits(spec.shape, shape, spec.allowLastAxisSqueeze ?? false)) {
    fail(
      `the input must have shape ${formatShape(spec.shape)}`,
      'Reshape the data, or build the model with the shape of the data.',
    );
  }
}

function rankRemedy(wanted: number, given: number): string {
  if (given > wanted) return 'flatten or reshape the input first.';
  return given === wanted - 1 ? 'is the batch or the channel axis missing?' : 'add the axes that are missing.';
}

function fits(wanted: Shape, given: Shape, squeeze: boolean): boolean {
  const trim = (shape: Shape) => (squeeze && shape.at(-1) === 1 ? shape.slice(0, -1) : shape);
  const [a, b] = [trim(wanted), trim(given)];
  return a.length === b.length && a.every((length, axis) => length === null || b[axis] === null || length === b[axis]);
}
