import { fileError } from '../file-error';
import { arrayFromBytes, type StoredArray } from '../stored-array';
import type { ElementType } from './element-type';

/** Elements that lie in bytes of their own. */
type PlainElements = Exclude<ElementType, { kind: 'object' }>;

/** How elements lie in their bytes. */
export interface ElementLayout {
  elements: ElementType;
  shape: number[];
  /** Number of elements. */
  count: number;
  /** Column-major: the first index runs fastest. */
  fortranOrder: boolean;
}

/** Makes an array of NumPy's bytes, in C order and little-endian. Shares the bytes where it can. Throws where their number is another. */
export function readElements(bytes: Uint8Array, layout: ElementLayout, place: string): StoredArray {
  const { elements, shape, count } = layout;
  if (elements.kind === 'object') {
    throw fileError(
      place,
      'unsupported-file',
      'an array of numbers or text',
      "Python objects ('|O', a pickle)",
      'Read it with readNpzObjects, which takes lists, numbers and text and runs no code; or save it from Python as plain arrays.',
    );
  }
  const wanted = count * elements.size;
  const held = bytes.length;
  if (held !== wanted) {
    throw fileError(
      place,
      held < wanted ? 'truncated-file' : 'invalid-file',
      `${wanted} bytes of data (${count} elements of ${elements.size} bytes)`,
      `${held}`,
      ...(held < wanted ? [] : ['Several arrays in one file are not read: save them as .npz.']),
    );
  }
  // Elements of no bytes ('<U0') can claim any number in a tiny file.
  if (elements.size === 0 && count > 1_000_000) {
    throw fileError(place, 'invalid-file', 'at most 1,000,000 empty texts', `${count}`);
  }
  const ordered = inOrder(bytes, { ...layout, elements });
  if (elements.kind === 'number') return arrayFromBytes(elements.dtype, shape, ordered);
  return { dtype: 'string', shape, data: readTexts(ordered, elements, count, place) };
}

/** The data in C order and little-endian: the bytes themselves where they are so already. */
function inOrder(
  bytes: Uint8Array,
  { elements, shape, count, fortranOrder }: ElementLayout & { elements: PlainElements },
): Uint8Array {
  const columnMajor = fortranOrder && shape.length > 1 && count > 0;
  const word = elements.kind === 'bytes' || !elements.bigEndian ? 1 : wordSize(elements);
  if (!columnMajor && word === 1) return bytes;
  const result = new Uint8Array(bytes.length);
  const sources = columnMajor ? columnMajorOrder(shape, count) : undefined;
  for (let element = 0; element < count; element++) {
    const from = (sources?.[element] ?? element) * elements.size;
    const to = element * elements.size;
    for (let offset = 0; offset < elements.size; offset++) {
      // Within each word the bytes are reversed: offset ^ (word - 1), as a word has 1, 2, 4 or 8 bytes.
      result[to + offset] = bytes[from + (offset ^ (word - 1))]!;
    }
  }
  return result;
}

/** What is stored in one piece: a complex number is two words, a text is words of four bytes. */
function wordSize(elements: Exclude<PlainElements, { kind: 'bytes' }>): number {
  if (elements.kind === 'unicode') return 4;
  return elements.dtype.startsWith('complex') ? elements.size / 2 : elements.size;
}

/** For each place in C order, the place of the same element in a column-major file. */
function columnMajorOrder(shape: readonly number[], count: number): Float64Array {
  const strides: number[] = [];
  let stride = 1;
  for (const size of shape) {
    strides.push(stride);
    stride *= size;
  }
  const order = new Float64Array(count);
  const index = shape.map(() => 0);
  let source = 0;
  for (let element = 0; element < count; element++) {
    order[element] = source;
    // Count up the index, last axis first, and move the source along.
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      index[axis] = index[axis]! + 1;
      source += strides[axis]!;
      if (index[axis]! < shape[axis]!) break;
      source -= strides[axis]! * shape[axis]!;
      index[axis] = 0;
    }
  }
  return order;
}

function readTexts(
  bytes: Uint8Array,
  elements: Exclude<PlainElements, { kind: 'number' }>,
  count: number,
  place: string,
): string[] {
  const texts: string[] = [];
  for (let element = 0; element < count; element++) {
    const piece = bytes.subarray(element * elements.size, (element + 1) * elements.size);
    texts.push(elements.kind === 'unicode' ? decodeUnicode(piece, place) : decodeBytes(piece, place));
  }
  return texts;
}

/** NumPy pads a text with zeros; only those at the end are padding. */
function decodeUnicode(bytes: Uint8Array, place: string): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const points: number[] = [];
  for (let offset = 0; offset < bytes.length; offset += 4) points.push(view.getUint32(offset, true));
  while (points.at(-1) === 0) points.pop();
  let text = '';
  for (const point of points) {
    if (point > 0x10ffff) {
      throw fileError(
        place,
        'invalid-file',
        'text of Unicode characters (up to 10FFFF)',
        `character ${point.toString(16)}`,
      );
    }
    text += String.fromCodePoint(point);
  }
  return text;
}

function decodeBytes(bytes: Uint8Array, place: string): string {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end));
  } catch (cause) {
    throw fileError(
      place,
      'unsupported-file',
      'byte strings that are UTF-8 text',
      'bytes that are not',
      "Save them from Python as numbers instead: array.view('u1').",
      cause,
    );
  }
}
