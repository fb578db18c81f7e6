/** A shape whose unknown lengths, such as the batch's, are null. */
export type Shape = (number | null)[];

/** One shape, or lists and records of shapes. */
export type Shapes = Shape | Shapes[] | { [key: string]: Shapes };

/** Whether the value is one shape rather than a list of shapes. */
export function isShape(value: unknown): value is Shape {
  return Array.isArray(value) && value.every((length) => length === null || typeof length === 'number');
}

/** The shapes in a tree of shapes, in order. */
export function flattenShapes(shapes: Shapes): Shape[] {
  if (isShape(shapes)) return [shapes];
  if (Array.isArray(shapes)) return shapes.flatMap(flattenShapes);
  return Object.keys(shapes)
    .sort()
    .flatMap((key) => flattenShapes(shapes[key] as Shapes));
}

/** The same tree with each shape replaced. */
export function mapShapes<R>(shapes: Shapes, change: (shape: Shape) => R): R | unknown {
  if (isShape(shapes)) return change(shapes);
  if (Array.isArray(shapes)) return shapes.map((shape) => mapShapes(shape, change));
  return Object.fromEntries(Object.entries(shapes).map(([key, shape]) => [key, mapShapes(shape, change)]));
}

/** Whether two shapes can be of the same tensor: unknown lengths fit any. */
export function shapesFit(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((length, axis) => length === null || b[axis] === null || length === b[axis]);
}

/**
 * A shape as Keras prints it.
 *
 * @example
 * formatShape([null, 28, 28]); // '(None, 28, 28)'
 */
export function formatShape(shape: Shape): string {
  const lengths = shape.map((length) => (length === null ? 'None' : String(length)));
  return lengths.length === 1 ? `(${lengths[0]},)` : `(${lengths.join(', ')})`;
}

/** The length of an axis that has to be known, as Keras's `input_shape[-1]` in `build`; negative axes count from the end. */
export function axisOf(axis: number, rank: number): number {
  return axis < 0 ? axis + rank : axis;
}
