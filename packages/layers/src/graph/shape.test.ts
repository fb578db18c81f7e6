import { describe, expect, test } from 'vitest';
import { axisOf, flattenShapes, formatShape, isShape, mapShapes, shapesFit } from './shape';

describe('shapes', () => {
  test('are told from lists of shapes', () => {
    expect(isShape([null, 3])).toBe(true);
    expect(isShape([[null, 3]])).toBe(false);
    expect(flattenShapes([[null, 3], { b: [1], a: [2] }])).toEqual([[null, 3], [2], [1]]);
    expect(mapShapes({ a: [1, 2] }, (shape) => shape.length)).toEqual({ a: 2 });
  });

  test('fit where lengths are equal or unknown', () => {
    expect(shapesFit([null, 3], [8, 3])).toBe(true);
    expect(shapesFit([8, 3], [8, null])).toBe(true);
    expect(shapesFit([8, 3], [8, 4])).toBe(false);
    expect(shapesFit([8], [8, 1])).toBe(false);
  });

  test('are printed as in Python', () => {
    expect(formatShape([null, 28, 28])).toBe('(None, 28, 28)');
    expect(formatShape([3])).toBe('(3,)');
    expect(formatShape([])).toBe('()');
  });

  test('count axes from the end when negative', () => {
    expect(axisOf(-1, 4)).toBe(3);
    expect(axisOf(1, 4)).toBe(1);
  });
});
