const longestText = 60;
const mostItems = 6;

/**
 * Writes any value on one short line, for the "Received: …" of an error.
 *
 * Text is quoted and cut at 60 characters, lists show 6 items and their length, tensors show data type and shape and are
 * never read, getters are never called.
 *
 * @example
 * formatValue([1, 2, 3, 4, 5, 6, 7, 8]); // '[1, 2, 3, 4, 5, 6, … 8 items]'
 * formatValue('wsm'); // "'wsm'"
 */
export function formatValue(value: unknown): string {
  return format(value, 0);
}

function format(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return `'${cut(value.replaceAll('\n', '\\n'))}'`;
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value);
    case 'bigint':
      return `${value}n`;
    case 'function':
      return formatFunction(value);
    case 'object':
      return value === null ? 'null' : formatObject(value, depth);
    default:
      return String(value);
  }
}

function formatFunction(value: { name: string }): string {
  const kind = /^class\b/.test(Function.prototype.toString.call(value)) ? 'class' : 'function';
  return value.name === '' ? `a ${kind} without a name` : `${kind} ${value.name}`;
}

function formatObject(value: object, depth: number): string {
  if (value instanceof Error) return `${value.name}: ${cut(value.message)}`;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid Date' : value.toISOString();
  if (isTensorLike(value)) return `${value.constructor.name} ${value.dtype} [${value.shape.join(', ')}]`;
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    const items = value as unknown as ArrayLike<number | bigint>;
    const shown = Array.from({ length: Math.min(items.length, mostItems) }, (_, index) => format(items[index], depth));
    return `${value.constructor.name} ${list(shown, items.length)}`;
  }
  if (Array.isArray(value)) {
    if (depth >= 3) return '[…]';
    // Only the shown items are formatted: the list may be very long.
    return list(
      value.slice(0, mostItems).map((item) => format(item, depth + 1)),
      value.length,
    );
  }
  if (value instanceof Map || value instanceof Set) return `${value.constructor.name} of ${value.size}`;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return `an object of class ${value.constructor.name}`;
  return depth >= 2 ? '{…}' : formatRecord(value, depth);
}

function formatRecord(value: object, depth: number): string {
  const fields = Object.entries(Object.getOwnPropertyDescriptors(value));
  if (fields.length === 0) return '{}';
  const shown = fields
    .slice(0, mostItems)
    .map(([key, field]) => `${key}: ${'value' in field ? format(field.value, depth + 1) : '(getter)'}`);
  if (fields.length > mostItems) shown.push(`… ${fields.length} fields`);
  return `{ ${shown.join(', ')} }`;
}

function list(items: string[], length: number): string {
  return length > items.length ? `[${items.join(', ')}, … ${length} items]` : `[${items.join(', ')}]`;
}

function cut(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}

function isTensorLike(value: object): value is { dtype: string; shape: number[] } {
  return 'dataId' in value && 'dtype' in value && 'shape' in value && Array.isArray(value.shape);
}
