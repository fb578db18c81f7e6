import type { GreyImage } from '../../images/grey-image';

/** A 7 as drawn with a pen on paper: dark on light, larger than MNIST's digits and not in the middle, as drawings are. */
export function drawSeven({ side = 220, pen = 9 } = {}): GreyImage {
  const strokes = [
    [0.3, 0.22, 0.72, 0.2],
    [0.72, 0.2, 0.48, 0.8],
  ] as const;
  const data = new Float32Array(side * side).fill(0.93);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const near = strokes.some(([ax, ay, bx, by]) => {
        const [dx, dy] = [(bx - ax) * side, (by - ay) * side];
        const along = ((x - ax * side) * dx + (y - ay * side) * dy) / (dx * dx + dy * dy);
        const at = Math.min(1, Math.max(0, along));
        return Math.hypot(x - ax * side - at * dx, y - ay * side - at * dy) < pen;
      });
      if (near) data[y * side + x] = 0.15;
    }
  }
  return { width: side, height: side, data };
}
