import type { GreyImage } from '@tenlab/labs';

/** A place on the pad, from 0 to 1 in both directions. */
export type Point = readonly [x: number, y: number];

/** The pen's width as a part of the pad's. */
const penWidth = 0.075;

function arc(x: number, y: number, rx: number, ry: number, from: number, to: number): Point[] {
  const steps = 24;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = (Math.PI / 180) * (from + ((to - from) * step) / steps);
    return [x + rx * Math.cos(angle), y + ry * Math.sin(angle)] as const;
  });
}

/** A drawing of each of some digits, as strokes: for those who cannot draw, and for tests. */
export const exampleStrokes: Readonly<Record<string, readonly (readonly Point[])[]>> = {
  '0': [arc(0.5, 0.5, 0.2, 0.3, -90, 270)],
  '1': [
    [
      [0.42, 0.28],
      [0.54, 0.2],
      [0.52, 0.8],
    ],
  ],
  '2': [[...arc(0.5, 0.36, 0.18, 0.16, -170, 40), [0.33, 0.78], [0.7, 0.78]]],
  '3': [[...arc(0.48, 0.35, 0.17, 0.15, -150, 80), ...arc(0.48, 0.65, 0.2, 0.16, -80, 150)]],
  '4': [
    [
      [0.38, 0.2],
      [0.32, 0.52],
      [0.7, 0.52],
    ],
    [
      [0.62, 0.2],
      [0.58, 0.82],
    ],
  ],
  '7': [
    [
      [0.3, 0.22],
      [0.7, 0.22],
      [0.46, 0.82],
    ],
  ],
};

/** Paints strokes, white on black as in the data. */
export function paintStrokes(context: CanvasRenderingContext2D, strokes: readonly (readonly Point[])[]): void {
  const { width, height } = context.canvas;
  context.fillStyle = '#000';
  context.fillRect(0, 0, width, height);
  Object.assign(context, { strokeStyle: '#fff', lineWidth: penWidth * width, lineCap: 'round', lineJoin: 'round' });
  for (const stroke of strokes) {
    context.beginPath();
    // A dot is a line of no length.
    for (const [x, y] of stroke.length === 1 ? [stroke[0]!, stroke[0]!] : stroke) context.lineTo(x * width, y * height);
    context.stroke();
  }
}

/** The pad as a picture in shades of grey. */
export function greyOf(context: CanvasRenderingContext2D): GreyImage {
  const { width, height } = context.canvas;
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, data: Float32Array.from({ length: width * height }, (_, pixel) => data[4 * pixel]! / 255) };
}
