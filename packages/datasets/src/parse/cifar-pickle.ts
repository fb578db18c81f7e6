import { type CifarBatch, damagedBatch, joinPlanes } from './cifar';

// A pickle is a program for a small machine with a stack. Here it may only build records, lists, numbers, text and bytes; names of functions are
// noted and never called, so the array of pixels stays what its pickle says of it: version, shape, type, order, bytes.

type Value = number | boolean | null | Uint8Array | Value[] | Map<string, Value> | Built;

/** Something that Python would have a function build. */
interface Built {
  built: true;
  state?: Value;
}

/**
 * Reads a batch of CIFAR-10 as the archive for Python has it, which Keras keeps: a pickled record with `data` and `labels`. Nothing of the pickle is
 * run.
 *
 * Throws a {@link TenlabError} naming `place` for any other pickle, and one cut short.
 *
 * Source: https://github.com/python/cpython/blob/main/Lib/pickletools.py
 */
export function parseCifarPickle(bytes: Uint8Array, place = 'CIFAR data'): CifarBatch {
  const record = new Reader(bytes, place).run();
  const labels = record instanceof Map ? record.get('labels') : undefined;
  const data = record instanceof Map ? record.get('data') : undefined;
  const state = isBuilt(data) && Array.isArray(data.state) ? data.state : [];
  const pixels = state.find((part) => part instanceof Uint8Array && part.length % 3072 === 0 && part.length > 0);
  const areLabels = Array.isArray(labels) && labels.every((label) => typeof label === 'number' && label >= 0);
  if (!areLabels || !(pixels instanceof Uint8Array))
    throw damagedBatch(place, 'a record with `labels` and `data`', 'another one');
  return joinPlanes(pixels, Uint8Array.from(labels as number[]), place);
}

class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #place: string;
  readonly #stack: Value[] = [];
  readonly #marks: number[] = [];
  readonly #memo = new Map<number, Value>();
  #at = 0;

  constructor(bytes: Uint8Array, place: string) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#place = place;
  }

  run(): Value | undefined {
    for (;;) {
      const code = String.fromCharCode(this.#number(1));
      if (code === '.') return this.#stack.pop();
      this.#step(code);
    }
  }

  #step(code: string): unknown {
    switch (code) {
      case '\x80': // the version of the format
        return this.#number(1);
      case '\x95': // the length of what follows
        return this.#take(8);
      case '}':
        return this.#push(new Map());
      case ']':
      case ')':
        return this.#push([]);
      case '(':
        return this.#marks.push(this.#stack.length);
      case 't':
      case 'l':
        return this.#push(this.#fromMark());
      case '\x85':
      case '\x86':
      case '\x87':
        return this.#push(this.#stack.splice(-(code.charCodeAt(0) - 0x84)));
      case 'a':
        return this.#append([this.#pop()]);
      case 'e':
        return this.#append(this.#fromMark());
      case 's':
        return this.#set(this.#stack.splice(-2));
      case 'u':
        return this.#set(this.#fromMark());
      case 'N':
        return this.#push(null);
      case '\x88':
      case '\x89':
        return this.#push(code === '\x88');
      case 'K':
        return this.#push(this.#number(1));
      case 'M':
        return this.#push(this.#number(2));
      case 'J':
        return this.#push(this.#number(4) | 0);
      case 'U':
      case 'C':
      case '\x8c':
        return this.#push(this.#take(this.#number(1)));
      case 'T':
      case 'B':
      case 'X':
        return this.#push(this.#take(this.#number(4)));
      case 'c':
        this.#line();
        this.#line();
        return this.#push({ built: true });
      case '\x93':
      case 'R':
        this.#stack.splice(-2);
        return this.#push({ built: true });
      case 'b': {
        const state = this.#pop();
        const object = this.#stack.at(-1);
        if (isBuilt(object)) object.state = state;
        return object;
      }
      case '\x94':
        return this.#memo.set(this.#memo.size, this.#top());
      case 'q':
        return this.#memo.set(this.#number(1), this.#top());
      case 'r':
        return this.#memo.set(this.#number(4), this.#top());
      case 'h':
        return this.#push(this.#recall(this.#number(1)));
      case 'j':
        return this.#push(this.#recall(this.#number(4)));
      default:
        throw damagedBatch(
          this.#place,
          'a pickle of records, lists, numbers and text',
          `instruction '${code}' at byte ${this.#at - 1}`,
        );
    }
  }

  #push(value: Value): void {
    this.#stack.push(value);
  }

  #pop(): Value {
    const value = this.#top();
    this.#stack.pop();
    return value;
  }

  #top(): Value {
    const value = this.#stack.at(-1);
    if (value === undefined) throw damagedBatch(this.#place, 'a value on the stack', 'none');
    return value;
  }

  #fromMark(): Value[] {
    const mark = this.#marks.pop();
    if (mark === undefined) throw damagedBatch(this.#place, 'a mark on the stack', 'none');
    return this.#stack.splice(mark);
  }

  #append(values: readonly Value[]): void {
    const list = this.#top();
    if (!Array.isArray(list)) throw damagedBatch(this.#place, 'a list to append to', 'something else');
    for (const value of values) list.push(value);
  }

  #set(pairs: readonly Value[]): void {
    const record = this.#top();
    if (!(record instanceof Map)) throw damagedBatch(this.#place, 'a record to fill', 'something else');
    for (let index = 0; index + 1 < pairs.length; index += 2) {
      const key = pairs[index];
      if (key instanceof Uint8Array) record.set(new TextDecoder('latin1').decode(key), pairs[index + 1]!);
    }
  }

  #recall(index: number): Value {
    const value = this.#memo.get(index);
    if (value === undefined) throw damagedBatch(this.#place, 'a value that was remembered', `number ${index}`);
    return value;
  }

  #take(length: number): Uint8Array {
    if (this.#at + length > this.#bytes.length) {
      throw damagedBatch(this.#place, `${length} bytes from byte ${this.#at} on`, `a file of ${this.#bytes.length}`);
    }
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  #number(size: 1 | 2 | 4): number {
    this.#take(size);
    const at = this.#at - size;
    if (size === 1) return this.#view.getUint8(at);
    return size === 2 ? this.#view.getUint16(at, true) : this.#view.getUint32(at, true);
  }

  #line(): void {
    while (this.#number(1) !== 0x0a);
  }
}

function isBuilt(value: Value | undefined): value is Built {
  return typeof value === 'object' && value !== null && 'built' in value;
}
