import type { Sequential } from '@tenlab/layers';
import { contourSegments } from '@tenlab/viz';
import type * as tf from '@tensorflow/tfjs-core';

/** What a network says over the whole plane. */
export interface Plane {
  x: number[];
  y: number[];
  /** Row by row from the least `y`. */
  probabilities: Float32Array;
  /** How long the line is on which both classes are as likely: the longer, the more it winds. */
  length: number;
}

const between = (from: number, to: number, count: number) =>
  Array.from({ length: count }, (_, index) => from + ((to - from) * index) / (count - 1));

/** Asks a network at every place of a grid. */
export async function askPlane(model: Sequential): Promise<Plane> {
  const [x, y] = [between(-1.8, 2.8, 93), between(-1.4, 1.9, 67)];
  const places = Float32Array.from(y.flatMap((up) => x.flatMap((across) => [across, up])));
  const output = (await model.predict({ data: places, shape: [places.length / 2, 2] }, { verbose: 0 })) as tf.Tensor;
  const probabilities = (await output.data()) as Float32Array;
  output.dispose();
  const line = contourSegments({ x, y, values: probabilities }, 0.5);
  const length = line.reduce((sum, [ax, ay, bx, by]) => sum + Math.hypot(bx - ax, by - ay), 0);
  return { x, y, probabilities, length };
}
