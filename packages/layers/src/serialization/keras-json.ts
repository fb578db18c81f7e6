/** Settings that Keras refuses where JSON gives it a whole number: SGD wants its `momentum` to be a float, 0 too. */
const floats = new Set(['momentum']);

const mark = '\u0001float:';

/**
 * A config as JSON that Python reads: numbers that have to be floats there are written with a point.
 *
 * @example
 * kerasJson({ momentum: 0, units: 3 }); // '{"momentum":0.0,"units":3}'
 */
export function kerasJson(config: unknown): string {
  const text = JSON.stringify(config, (key, value: unknown) =>
    floats.has(key) && Number.isInteger(value) ? `${mark}${value}` : value,
  );
  return text.replaceAll(/"\\u0001float:(-?\d+)"/g, '$1.0');
}
