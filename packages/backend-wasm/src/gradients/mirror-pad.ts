import {
  add,
  type GradConfig,
  MirrorPad,
  type MirrorPadAttrs,
  pad,
  reverse,
  slice,
  type Tensor,
} from '@tensorflow/tfjs-core';

/** The gradient of `tf.mirrorPad`: what falls on the mirror images falls on what they show. tfjs-core's own drops it. */
export const mirrorPadGradient: GradConfig = {
  kernelName: MirrorPad,
  inputsToSave: ['x'],
  gradFunc: (dy, saved, attributes) => {
    const [x] = saved as [Tensor];
    const { paddings, mode } = attributes as unknown as MirrorPadAttrs;
    // A reflection leaves the edge itself out.
    const gap = mode === 'reflect' ? 1 : 0;
    return {
      x: () =>
        paddings.reduce(
          (folded, [before, after], axis) => fold(folded, axis, x.shape[axis]!, before, after, gap),
          dy as Tensor,
        ),
    };
  },
};

/** Takes the padding of one axis off and adds it, turned round, to what it mirrors. */
function fold(dy: Tensor, axis: number, length: number, before: number, after: number, gap: number): Tensor {
  const part = (start: number, count: number) =>
    slice(
      dy,
      dy.shape.map((_, i) => (i === axis ? start : 0)),
      dy.shape.map((n, i) => (i === axis ? count : n)),
    );
  const placed = (piece: Tensor, start: number) => {
    const count = piece.shape[axis]!;
    return pad(
      piece,
      dy.shape.map((_, i) => (i === axis ? [start, length - start - count] : [0, 0])) as [number, number][],
    );
  };
  let result = part(before, length);
  if (before > 0) result = add(result, placed(reverse(part(0, before), axis), gap));
  if (after > 0) result = add(result, placed(reverse(part(before + length, after), axis), length - gap - after));
  return result;
}
