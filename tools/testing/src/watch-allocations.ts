const constructors = [
  'ArrayBuffer',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int8Array',
  'Uint16Array',
  'Int16Array',
  'Uint32Array',
  'Int32Array',
  'Float32Array',
  'Float64Array',
  'BigInt64Array',
  'BigUint64Array',
] as const;

/** What is asked for in one piece. */
export interface AllocationWatch {
  /** The most bytes that one array asked for since {@link reset}. */
  readonly largest: number;
  reset(): void;
}

/**
 * Counts what arrays of numbers ask for, from now on and for the rest of this process: for tests that hold a reader to memory in proportion to its
 * file. To be called before the modules it watches are loaded, for some keep the constructors they find.
 *
 * @example
 * const memory = watchAllocations();
 * new Float64Array(100);
 * memory.largest; // 800
 */
export function watchAllocations(): AllocationWatch {
  let largest = 0;
  const note = (bytes: number) => {
    if (bytes > largest) largest = bytes;
  };
  const scope = globalThis as unknown as Record<string, { BYTES_PER_ELEMENT?: number }>;
  for (const name of constructors) {
    const watched: object = new Proxy(scope[name] as unknown as object as never, {
      construct(target: never, values: unknown[], newTarget: unknown) {
        const [first] = values;
        const size = (target as { BYTES_PER_ELEMENT?: number }).BYTES_PER_ELEMENT ?? 1;
        if (typeof first === 'number') note(first * size);
        else if (isList(first)) note(first.length * size);
        return Reflect.construct(target, values, (newTarget === watched ? target : newTarget) as never) as object;
      },
    });
    scope[name] = watched as never;
  }
  for (const name of ['alloc', 'allocUnsafe', 'allocUnsafeSlow'] as const) {
    const own = Buffer[name] as (size: number, ...rest: unknown[]) => Buffer;
    Buffer[name] = ((size: number, ...rest: unknown[]) => {
      note(size);
      return own.call(Buffer, size, ...rest);
    }) as never;
  }
  return {
    get largest() {
      return largest;
    },
    reset() {
      largest = 0;
    },
  };
}

/** A list whose elements are copied; a view of a buffer takes no memory. */
function isList(value: unknown): value is { length: number } {
  return typeof value === 'object' && value !== null && 'length' in value && typeof value.length === 'number';
}
