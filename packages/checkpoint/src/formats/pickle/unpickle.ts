import { fileError, quoted } from '../file-error';
import type { StoredArray } from '../stored-array';
import { Cursor } from './cursor';
import { expectPlain } from './expect-plain';
import { buildObject, callGlobal, findGlobal } from './numpy-globals';
import { isInternal, type ObjectArray, type PythonValue, type StackValue } from './python-object';

/**
 * Reads the pickle of one array of NumPy, protocols 0 to 5, and of nothing else. A pickle is a program for a small machine with a
 * stack; of its instructions only those are carried out that build arrays, lists, numbers, text and bytes. No code is run, and every
 * name but those of NumPy's arrays is refused by that name.
 *
 * Throws a {@link TenlabError} for another pickle, one that ends early, and one that would become far larger than it is.
 *
 * Source: https://github.com/python/cpython/blob/main/Lib/pickletools.py
 */
export function unpickleArray(bytes: Uint8Array, place: string): StoredArray | ObjectArray {
  const value = new Machine(bytes, place).run();
  const array = isInternal(value) && value.kind === 'array' ? value.value : undefined;
  if (array === undefined) throw fileError(place, 'invalid-file', 'the pickle of an array', 'that of something else');
  return expectPlain(array, bytes.length, place);
}

class Machine {
  readonly #input: Cursor;
  readonly #place: string;
  #stack: StackValue[] = [];
  /** The stacks below the open marks. */
  readonly #below: StackValue[][] = [];
  readonly #memo = new Map<number, StackValue>();

  constructor(bytes: Uint8Array, place: string) {
    this.#input = new Cursor(bytes, place);
    this.#place = place;
  }

  run(): StackValue {
    while (true) {
      const code = this.#input.uint8();
      if (code === 0x2e) return this.#pop();
      if (!this.#simple(code) && !this.#structure(code)) {
        throw fileError(
          this.#place,
          'unsupported-file',
          'a pickle of arrays, lists, numbers and text',
          `instruction 0x${code.toString(16).padStart(2, '0')} at byte ${this.#input.at - 1}`,
          'Save the data from Python as plain arrays.',
        );
      }
    }
  }

  /** Instructions that push a value. */
  #simple(code: number): boolean {
    const input = this.#input;
    switch (code) {
      case 0x4e: // NONE
        return this.#push(null);
      case 0x88: // NEWTRUE
        return this.#push(true);
      case 0x89: // NEWFALSE
        return this.#push(false);
      case 0x4b: // BININT1
        return this.#push(input.uint8());
      case 0x4d: // BININT2
        return this.#push(input.uint16());
      case 0x4a: // BININT
        return this.#push(input.int32());
      case 0x8a: // LONG1
        return this.#push(this.#integer(input.uint8()));
      case 0x8b: // LONG4
        return this.#push(this.#integer(input.uint32()));
      case 0x49: // INT
        return this.#push(this.#decimal(input.line(), true));
      case 0x4c: // LONG
        return this.#push(this.#decimal(input.line().replace(/L$/, ''), false));
      case 0x47: // BINFLOAT
        return this.#push(input.float64());
      case 0x58: // BINUNICODE
        return this.#push(input.text(input.uint32()));
      case 0x8c: // SHORT_BINUNICODE
        return this.#push(input.text(input.uint8()));
      case 0x8d: // BINUNICODE8
        return this.#push(input.text(input.uint64()));
      case 0x56: // UNICODE
        return this.#push(unescapeText(input.line()));
      case 0x43: // SHORT_BINBYTES
        return this.#push(input.bytes(input.uint8()));
      case 0x42: // BINBYTES
        return this.#push(input.bytes(input.uint32()));
      case 0x8e: // BINBYTES8
        return this.#push(input.bytes(input.uint64()));
      case 0x55: // SHORT_BINSTRING, the text of Python 2, which is bytes
        return this.#push(input.bytes(input.uint8()));
      case 0x54: // BINSTRING
        return this.#push(input.bytes(input.uint32()));
      default:
        return false;
    }
  }

  /** Instructions that work on what is there. */
  #structure(code: number): boolean {
    const input = this.#input;
    switch (code) {
      case 0x80: // PROTO
        return this.#expectProtocol(input.uint8());
      case 0x95: // FRAME, a hint for who reads in pieces
        input.uint64();
        return true;
      case 0x28: // MARK
        this.#below.push(this.#stack);
        this.#stack = [];
        return true;
      case 0x29: // EMPTY_TUPLE
      case 0x5d: // EMPTY_LIST
        return this.#push([]);
      case 0x85: // TUPLE1
      case 0x86: // TUPLE2
      case 0x87: // TUPLE3
        return this.#push(this.#popMany(code - 0x84));
      case 0x74: // TUPLE
      case 0x6c: // LIST
        return this.#push(this.#popMark());
      case 0x61: // APPEND
        return this.#append([this.#pop()]);
      case 0x65: // APPENDS
        return this.#append(this.#popMark());
      case 0x63: // GLOBAL
        return this.#push(findGlobal(input.line(), input.line(), this.#place));
      case 0x93: {
        // STACK_GLOBAL
        const [module, name] = this.#popMany(2);
        return this.#push(findGlobal(String(module), String(name), this.#place));
      }
      case 0x52: {
        // REDUCE
        const [called, args] = this.#popMany(2);
        return this.#push(callGlobal(called!, args!, this.#place));
      }
      case 0x62: {
        // BUILD
        const [object, state] = this.#popMany(2);
        return this.#push(buildObject(object!, state!, this.#place));
      }
      case 0x94: // MEMOIZE
        return this.#remember(this.#memo.size);
      case 0x71: // BINPUT
        return this.#remember(input.uint8());
      case 0x72: // LONG_BINPUT
        return this.#remember(input.uint32());
      case 0x70: // PUT
        return this.#remember(Number(input.line()));
      case 0x68: // BINGET
        return this.#recall(input.uint8());
      case 0x6a: // LONG_BINGET
        return this.#recall(input.uint32());
      case 0x67: // GET
        return this.#recall(Number(input.line()));
      default:
        return false;
    }
  }

  #push(value: StackValue): true {
    this.#stack.push(value);
    return true;
  }

  #pop(): StackValue {
    return this.#popMany(1)[0]!;
  }

  #popMany(count: number): StackValue[] {
    if (this.#stack.length < count) throw this.#bad(`${count} values on the stack`, `${this.#stack.length}`);
    return this.#stack.splice(this.#stack.length - count);
  }

  /** What lies above the last mark. */
  #popMark(): StackValue[] {
    const values = this.#stack;
    const below = this.#below.pop();
    if (below === undefined) throw this.#bad('a mark on the stack', 'none');
    this.#stack = below;
    return values;
  }

  #append(values: readonly StackValue[]): true {
    const list = this.#stack.at(-1);
    if (!Array.isArray(list)) throw this.#bad('a list to append to', 'something else');
    // Not `push(...values)`: there may be more values than a call takes arguments.
    for (const value of values) (list as StackValue[]).push(value);
    return true;
  }

  #remember(index: number): true {
    const value = this.#stack.at(-1);
    if (value === undefined) throw this.#bad('a value to remember', 'an empty stack');
    this.#memo.set(index, value);
    return true;
  }

  #recall(index: number): true {
    const value = this.#memo.get(index);
    if (value === undefined) throw this.#bad('a value that was remembered', `number ${index}, which was not`);
    return this.#push(value);
  }

  #expectProtocol(version: number): true {
    if (version <= 5) return true;
    throw fileError(this.#place, 'unsupported-file', 'a pickle of protocol 0 to 5', `protocol ${version}`);
  }

  #integer(length: number): number | bigint {
    if (length > 16) throw this.#bad('a whole number of at most 16 bytes', `one of ${length}`);
    return narrow(this.#input.integer(length));
  }

  #decimal(text: string, booleans: boolean): boolean | number | bigint {
    if (booleans && (text === '00' || text === '01')) return text === '01';
    if (!/^-?\d{1,40}$/.test(text)) throw this.#bad('a whole number', quoted(text));
    return narrow(BigInt(text));
  }

  #bad(expected: string, received: string) {
    return fileError(this.#place, 'invalid-file', `a pickle with ${expected}`, received);
  }
}

function narrow(value: bigint): number | bigint {
  return BigInt(Number.MIN_SAFE_INTEGER) <= value && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}

/** Python's raw-unicode-escape: only \uXXXX and \UXXXXXXXX stand for another character. */
function unescapeText(line: string): PythonValue {
  return line.replaceAll(/\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})/g, (escaped, short?: string, long?: string) => {
    const point = Number.parseInt(short ?? long ?? '', 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : escaped;
  });
}
