import { inWords, TenlabError } from '@tenlab/core';
import { formatShape, type Shape } from '../../graph/shape';

/** Throws when the shape lacks one of the axes. They are counted from 0; negative ones have been turned around before. */
export function expectAxes(place: string, axes: readonly number[], shape: Shape): void {
  const missing = axes.find((axis) => !(Number.isInteger(axis) && axis >= 0 && axis < shape.length));
  if (missing === undefined) return;
  throw new TenlabError({
    code: 'invalid-shape',
    place,
    expected: `the input must have axis ${missing}`,
    received: inWords(`shape ${formatShape(shape)}`),
    remedy: 'Choose another `axis`; the batch is axis 0, and -1 is the last.',
  });
}
