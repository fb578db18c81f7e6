import * as tf from '@tensorflow/tfjs-core';

/**
 * The eight numbers that move a rectangle's corners to four points of each image: pixel `(x, y)` of the output lies at
 * `((a0 x + a1 y + a2) / k, (b0 x + b1 y + b2) / k)` of the input, `k = c0 x + c1 y + 1`.
 *
 * Heckbert 1989: the projection of the unit square to four points is known in closed form; this is its inverse, scaled to the
 * rectangle. Shapes: ends `[batch, 4, 2]`, where the corners (0, 0), (width - 1, 0), (0, height - 1) and (width - 1, height - 1)
 * come to lie; out `[batch, 8]`. Keras: `compute_homography_matrix`, which solves eight equations.
 */
export function homography(ends: tf.Tensor, height: number, width: number): tf.Tensor {
  const [x0, y0, x1, y1, x3, y3, x2, y2] = tf.split(tf.reshape(ends, [-1, 8]), 8, 1) as [
    ...[tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor],
    ...[tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor],
  ];
  const [dx1, dx2, sx] = [tf.sub(x1, x2), tf.sub(x3, x2), tf.sub(tf.add(x0, x2), tf.add(x1, x3))];
  const [dy1, dy2, sy] = [tf.sub(y1, y2), tf.sub(y3, y2), tf.sub(tf.add(y0, y2), tf.add(y1, y3))];
  const area = cross(dx1, dy1, dx2, dy2);
  const g = tf.div(cross(sx, sy, dx2, dy2), area);
  const h = tf.div(cross(dx1, dy1, sx, sy), area);
  const a = tf.add(tf.sub(x1, x0), tf.mul(g, x1));
  const b = tf.add(tf.sub(x3, x0), tf.mul(h, x3));
  const d = tf.add(tf.sub(y1, y0), tf.mul(g, y1));
  const e = tf.add(tf.sub(y3, y0), tf.mul(h, y3));
  // The inverse of [[a, b, x0], [d, e, y0], [g, h, 1]], but for a factor that the division takes out.
  const last = cross(a, d, b, e);
  const row = (numbers: tf.Tensor[], length: number) => numbers.map((x) => tf.div(tf.mul(x, length), last));
  return tf.concat(
    [
      ...row([tf.sub(e, tf.mul(y0, h)), tf.sub(tf.mul(x0, h), b), cross(b, e, x0, y0)], width - 1),
      ...row([tf.sub(tf.mul(y0, g), d), tf.sub(a, tf.mul(x0, g)), cross(x0, y0, a, d)], height - 1),
      ...row([cross(d, g, e, h), cross(g, a, h, b)], 1),
    ],
    1,
  );
}

/** `x1 y2 - y1 x2`. */
function cross(x1: tf.Tensor, y1: tf.Tensor, x2: tf.Tensor, y2: tf.Tensor): tf.Tensor {
  return tf.sub(tf.mul(x1, y2), tf.mul(y1, x2));
}
