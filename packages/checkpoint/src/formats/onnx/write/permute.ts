/** The elements of an array in C order with its axes put in another order: axis i of the result is axis `order[i]`. */
export function permute(
  data: Float32Array,
  shape: readonly number[],
  order: readonly number[],
): { shape: number[]; data: Float32Array } {
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, size) => product * size, 1));
  const newShape = order.map((axis) => shape[axis]!);
  const steps = order.map((axis) => strides[axis]!);
  const result = new Float32Array(data.length);
  const index = newShape.map(() => 0);
  let source = 0;
  for (let element = 0; element < result.length; element++) {
    result[element] = data[source]!;
    for (let axis = newShape.length - 1; axis >= 0; axis--) {
      index[axis]!++;
      source += steps[axis]!;
      if (index[axis]! < newShape[axis]!) break;
      source -= steps[axis]! * newShape[axis]!;
      index[axis] = 0;
    }
  }
  return { shape: newShape, data: result };
}
