import { snakeCase } from '../registry/class-name';

const counts = new Map<string, number>();

/**
 * A name nobody has yet: the first `dense` is `dense`, the next `dense_1`.
 *
 * @example
 * uniqueName('dense'); // 'dense'
 * uniqueName('dense'); // 'dense_1'
 */
export function uniqueName(base: string): string {
  const count = counts.get(base) ?? 0;
  counts.set(base, count + 1);
  return count === 0 ? base : `${base}_${count}`;
}

/** The default name of an instance of a class: `Conv2D` gives `conv2d`, `conv2d_1`, … */
export function autoName(className: string): string {
  return uniqueName(snakeCase(className));
}

/**
 * Starts the numbering of default names again. Keras: `keras.utils.clear_session`.
 *
 * @example
 * new Dense({ units: 1 }).name; // 'dense'
 * clearSession();
 * new Dense({ units: 1 }).name; // 'dense'
 */
export function clearSession(): void {
  counts.clear();
}
